// title    = "Consultations and milestones"
// question = "Which capacity consultations were held, and which steps followed, with which State?"
// why      = """CTED leads the consultation and the programme drafts the roadmap: leading the consultation is not
// leading the programme. Only what was announced; undated items stand first. A consultation without a State on
// record is not here."""
// users    = ["analyst", "coordinator"]
// draw     = "timeline"
// [columns]
// item            = { of = ["Consultation", "Milestone"], help = "the consultation or milestone" }
// item_name       = { names = "item" }
// is_a            = { type = "STRING", help = "Consultation or Milestone" }
// stage           = { is = "Milestone.stage" }
// state           = { of = ["State", "Area"], help = "for which State or area" }
// state_name      = { names = "state" }
// relation        = { is = "HELD_FOR.relation" }
// programmes      = { type = "STRING[]", is = "Programme.id" }
// programme_names = { names = "programmes" }
// start_date      = { is = "Milestone.start_date" }
// start_precision = { is = "Milestone.start_precision" }
// participants    = { is = "Milestone.participants" }
// source   = { is = "HELD_FOR.source" }
// locator  = { is = "HELD_FOR.locator" }
// verified = { is = "HELD_FOR.verified" }
// grade    = { is = "HELD_FOR.grade" }
// claim           = { is = "HELD_FOR.id" }
MATCH (m:Consultation|Milestone)-[r:HELD_FOR]->(s:State|Area)
OPTIONAL MATCH (m)-[:UNDER]->(p:Programme)
RETURN m.id AS item, m.name AS item_name, m.is_a AS is_a, m.stage AS stage, s.id AS state, s.name AS state_name,
       r.relation AS relation, collect(DISTINCT p.id) AS programmes, collect(DISTINCT p.name) AS programme_names,
       m.start_date AS start_date, m.start_precision AS start_precision, m.participants AS participants,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
ORDER BY start_date DESC, item, state, source, locator, claim
