// title    = "Deliveries in a State"
// question = "What was delivered for this State: what, when, under which programme, with which institution?"
// why      = """Deliveries that public sources tell of; there are others. *participated* means that officials of
// the State took part. A State that hosted, funded or taught is not the beneficiary, and is not shown."""
// users    = ["analyst", "coordinator", "focal point"]
// draw     = "timeline"
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// activity          = { is = "Activity.id" }
// activity_name     = { names = "activity" }
// start_date        = { is = "Activity.start_date" }
// start_precision   = { is = "Activity.start_precision" }
// end_date          = { is = "Activity.end_date" }
// end_precision     = { is = "Activity.end_precision" }
// relation          = { is = "HELD_FOR.relation" }
// programmes        = { type = "STRING[]", is = "Programme.id" }
// programme_names   = { names = "programmes" }
// institutions      = { type = "STRING[]", is = "Institution.id" }
// institution_names = { names = "institutions" }
// assistance        = { type = "STRING[]", is = "AssistanceType.id" }
// assistance_names  = { names = "assistance" }
// source   = { is = "HELD_FOR.source" }
// locator  = { is = "HELD_FOR.locator" }
// verified = { is = "HELD_FOR.verified" }
// grade    = { is = "HELD_FOR.grade" }
// claim             = { is = "HELD_FOR.id" }
MATCH (s:State {id: $state})<-[r:HELD_FOR]-(a:Activity)
OPTIONAL MATCH (a)-[:UNDER]->(p:Programme)
WITH a, r, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names
OPTIONAL MATCH (a)-[:WITH_INSTITUTION]->(i:Institution)
WITH a, r, programmes, programme_names, collect(DISTINCT i.id) AS institutions, collect(DISTINCT i.name) AS institution_names
OPTIONAL MATCH (a)-[:PROVIDES]->(k:AssistanceType)
RETURN a.id AS activity, a.name AS activity_name, a.start_date AS start_date, a.start_precision AS start_precision,
       a.end_date AS end_date, a.end_precision AS end_precision, r.relation AS relation,
       programmes, programme_names, institutions, institution_names,
       collect(DISTINCT k.id) AS assistance, collect(DISTINCT k.name) AS assistance_names,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
ORDER BY start_date DESC, activity, source, locator, claim
