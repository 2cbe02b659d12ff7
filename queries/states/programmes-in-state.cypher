// title    = "Programmes in a State"
// question = "Which programmes does a source place in this State, and which may it ask for?"
// why      = """*on record*: a source names the State. *delivery on record*: only a delivery under the programme
// does. *available on request, presence not known*: offered to its region or the world, and never counted as
// presence. Programmes without any place on record are not here; nor, among offers, what a State cannot ask for:
// networks, strategies, appeals, guidelines and operations."""
// users    = ["analyst", "coordinator", "leadership", "focal point"]
// order    = ["presence", "programme", "relation", "source", "locator", "claim"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// programme       = { is = "Programme.id" }
// programme_name  = { names = "programme" }
// kind            = { is = "Programme.kind" }
// presence        = { type = "STRING", values = ["on record", "delivery on record", "available on request, presence not known"], help = "what the sources say of its presence" }
// relation        = { is = "ASSISTS.relation" }
// led_by          = { type = "STRING[]", is = "Partner.id", help = "who leads it, by any source" }
// led_by_names    = { names = "led_by" }
// start_date      = { is = "Programme.start_date" }
// start_precision = { is = "Programme.start_precision" }
// end_date        = { is = "Programme.end_date" }
// end_precision   = { is = "Programme.end_precision" }
// source   = { is = "ASSISTS.source" }
// locator  = { is = "ASSISTS.locator" }
// verified = { is = "ASSISTS.verified" }
// grade    = { is = "ASSISTS.grade" }
// claim           = { is = "ASSISTS.id" }
MATCH (s:State {id: $state})<-[r:ASSISTS]-(p:Programme)
OPTIONAL MATCH (l:Partner)-[k:TAKES_PART]->(p)
WHERE k.role IN ['lead', 'co-lead']
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, 'on record' AS presence, r.relation AS relation,
       collect(DISTINCT l.id) AS led_by, collect(DISTINCT l.name) AS led_by_names,
       p.start_date AS start_date, p.start_precision AS start_precision, p.end_date AS end_date, p.end_precision AS end_precision,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (s:State {id: $state})<-[r:HELD_FOR]-(a:Activity|Consultation|Milestone)-[:UNDER]->(p:Programme)
WHERE NOT EXISTS { MATCH (p)-[:ASSISTS]->(s) }
OPTIONAL MATCH (l:Partner)-[k:TAKES_PART]->(p)
WHERE k.role IN ['lead', 'co-lead']
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, 'delivery on record' AS presence, r.relation AS relation,
       collect(DISTINCT l.id) AS led_by, collect(DISTINCT l.name) AS led_by_names,
       p.start_date AS start_date, p.start_precision AS start_precision, p.end_date AS end_date, p.end_precision AS end_precision,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (s:State {id: $state})-[:IN_REGION*1..4]->(g:Region)
WITH DISTINCT s, g
MATCH (g)<-[r:ASSISTS]-(p:Programme)
WHERE p.kind IN ['programme', 'tool', 'platform', 'initiative', 'activity']
  AND NOT EXISTS { MATCH (p)-[:ASSISTS]->(s) } AND NOT EXISTS { MATCH (p)<-[:UNDER]-(a:Activity|Consultation|Milestone)-[:HELD_FOR]->(s) }
OPTIONAL MATCH (l:Partner)-[k:TAKES_PART]->(p)
WHERE k.role IN ['lead', 'co-lead']
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, 'available on request, presence not known' AS presence,
       r.relation AS relation, collect(DISTINCT l.id) AS led_by, collect(DISTINCT l.name) AS led_by_names,
       p.start_date AS start_date, p.start_precision AS start_precision, p.end_date AS end_date, p.end_precision AS end_precision,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
