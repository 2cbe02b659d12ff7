// title    = "What a programme delivered"
// question = "Which deliveries of this programme are on record: what, for which State, when, with whom?"
// why      = """Deliveries that public sources tell of; there are others. No institution recorded is *not
// recorded*. A State that hosted, funded or taught is not shown here: it is not the beneficiary."""
// users    = ["analyst", "coordinator"]
// draw     = "timeline"
// [params]
// programme = { default = "programme/ct-travel", of = "Programme", help = "which programme" }
// [columns]
// activity          = { is = "Activity.id" }
// activity_name     = { names = "activity" }
// start_date        = { is = "Activity.start_date" }
// start_precision   = { is = "Activity.start_precision" }
// states            = { type = "STRING[]", of = ["State", "Area"], help = "for which States or areas" }
// state_names       = { names = "states" }
// institutions      = { type = "STRING[]", is = "Institution.id" }
// institution_names = { names = "institutions" }
// source   = { is = "Activity.source" }
// locator  = { is = "Activity.locator" }
// verified = { is = "Activity.verified" }
// grade    = { is = "Activity.grade" }
MATCH (p:Programme {id: $programme})<-[:UNDER]-(a:Activity)
OPTIONAL MATCH (a)-[:HELD_FOR]->(s:State|Area)
WITH a, collect(DISTINCT s.id) AS states, collect(DISTINCT s.name) AS state_names
OPTIONAL MATCH (a)-[:WITH_INSTITUTION]->(i:Institution)
RETURN a.id AS activity, a.name AS activity_name, a.start_date AS start_date, a.start_precision AS start_precision,
       states, state_names, collect(DISTINCT i.id) AS institutions, collect(DISTINCT i.name) AS institution_names,
       a.source AS source, a.locator AS locator, a.verified AS verified, a.grade AS grade
ORDER BY start_date DESC, activity
