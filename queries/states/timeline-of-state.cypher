// title    = "Timeline of a State"
// question = "What is on record for this State, in order: visits, consultations, milestones and deliveries?"
// why      = """In order of the first possible day; what has no date comes last. Each row has its own source. `may_be_same_as` proposes rows that may be one event: see
// `same-event-candidates`. Only visits that were announced; a consultation is a diagnosis, not assistance delivered. What is not public is not here."""
// users    = ["analyst", "coordinator", "focal point"]
// draw     = "timeline"
// order    = ["start_date", "what", "event", "source", "locator", "claim"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// what            = { type = "STRING", help = "visit, consultation, milestone or activity" }
// event           = { of = ["Visit", "Consultation", "Milestone", "Activity"], help = "what is on record" }
// event_name      = { names = "event" }
// start_date      = { is = "Activity.start_date" }
// start_precision = { is = "Activity.start_precision" }
// end_date        = { is = "Activity.end_date" }
// end_precision   = { is = "Activity.end_precision" }
// relation        = { type = "STRING", help = "assisted, participated or visited" }
// programmes      = { type = "STRING[]", is = "Programme.id" }
// programme_names = { names = "programmes" }
// may_be_same_as  = { type = "STRING[]", of = ["Activity", "Milestone"], help = "rows that may be the same event" }
// source   = { is = "HELD_FOR.source" }
// locator  = { is = "HELD_FOR.locator" }
// verified = { is = "HELD_FOR.verified" }
// grade    = { is = "HELD_FOR.grade" }
// claim           = { is = "HELD_FOR.id" }
MATCH (s:State {id: $state})<-[r:HELD_FOR]-(e:Activity)
OPTIONAL MATCH (e)-[:UNDER]->(p:Programme)
WITH s, r, e, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names
OPTIONAL MATCH (e)-[m:SAME_EVENT]-(o:Activity|Milestone)
WHERE m.state = s.id
WITH r, e, programmes, programme_names, collect(DISTINCT o.id) AS same
RETURN 'activity' AS what, e.id AS event, e.name AS event_name, e.start_date AS start_date, e.start_precision AS start_precision,
       e.end_date AS end_date, e.end_precision AS end_precision, r.relation AS relation,
       programmes, programme_names, same AS may_be_same_as,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (s:State {id: $state})<-[r:HELD_FOR]-(e:Milestone)
OPTIONAL MATCH (e)-[:UNDER]->(p:Programme)
WITH s, r, e, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names
OPTIONAL MATCH (e)-[m:SAME_EVENT]-(o:Activity|Milestone)
WHERE m.state = s.id
WITH r, e, programmes, programme_names, collect(DISTINCT o.id) AS same
RETURN 'milestone' AS what, e.id AS event, e.name AS event_name, e.start_date AS start_date, e.start_precision AS start_precision,
       e.end_date AS end_date, e.end_precision AS end_precision, r.relation AS relation,
       programmes, programme_names, same AS may_be_same_as,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (s:State {id: $state})<-[r:HELD_FOR]-(e:Consultation)
OPTIONAL MATCH (e)-[:UNDER]->(p:Programme)
WITH r, e, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names
OPTIONAL MATCH (e)-[:SAME_EVENT]-(o:Activity)
WITH r, e, programmes, programme_names, collect(DISTINCT o.id) AS same
RETURN 'consultation' AS what, e.id AS event, e.name AS event_name, e.start_date AS start_date, e.start_precision AS start_precision,
       e.end_date AS end_date, e.end_precision AS end_precision, r.relation AS relation,
       programmes, programme_names, same AS may_be_same_as,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (s:State {id: $state})<-[r:VISITED]-(e:Visit)
OPTIONAL MATCH (e)-[:UNDER]->(p:Programme)
WITH r, e, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names
OPTIONAL MATCH (e)-[:SAME_EVENT]-(o:Activity)
WITH r, e, programmes, programme_names, collect(DISTINCT o.id) AS same
RETURN 'visit' AS what, e.id AS event, e.name AS event_name, e.start_date AS start_date, e.start_precision AS start_precision,
       e.end_date AS end_date, e.end_precision AS end_precision, 'visited' AS relation,
       programmes, programme_names, same AS may_be_same_as,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
