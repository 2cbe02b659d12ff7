// title    = "Bridges between programmes"
// question = "Which partner takes part in two programmes on the same theme in the same State, and could help them exchange information?"
// why      = """A *possible* synergy: a bridge. Donors, networks and facilitators do not count as bridges; a
// programme and its own part are no pair. Rests on roles that sources give: partners that no source names are not
// seen."""
// users    = ["coordinator"]
// [params]
// partner = { default = "partner/unodc", of = "Partner", help = "the bridge" }
// [columns]
// left         = { is = "Programme.id" }
// left_name    = { names = "left" }
// roles_left   = { type = "STRING[]", is = "TAKES_PART.role" }
// right        = { is = "Programme.id" }
// right_name   = { names = "right" }
// roles_right  = { type = "STRING[]", is = "TAKES_PART.role" }
// shared_states = { type = "INT64", help = "States on record for both", unit = "States" }
// states       = { type = "STRING[]", is = "State.id" }
// state_names  = { names = "states" }
// themes       = { type = "STRING[]", is = "Theme.id" }
// theme_names  = { names = "themes" }
// sources      = { type = "STRING[]", help = "documents that give the partner these roles" }
MATCH (o:Partner {id: $partner})-[r:TAKES_PART]->(a:Programme)
WHERE o.counted AND r.role <> 'donor' AND a.kind = 'programme'
MATCH (o)-[q:TAKES_PART]->(b:Programme)
WHERE q.role <> 'donor' AND b.kind = 'programme' AND a.id < b.id
  AND NOT EXISTS { MATCH (a)-[:PART_OF]->(b) } AND NOT EXISTS { MATCH (b)-[:PART_OF]->(a) }
WITH a, b, collect(DISTINCT r.role) AS roles_left, collect(DISTINCT q.role) AS roles_right,
     collect(DISTINCT r.source) + collect(DISTINCT q.source) AS documents
UNWIND documents AS document
WITH a, b, roles_left, roles_right, collect(DISTINCT document) AS sources
MATCH (a)-[:ASSISTS]->(s:State)
WHERE EXISTS { MATCH (s)<-[:ASSISTS]-(b) }
WITH a, b, roles_left, roles_right, sources, count(DISTINCT s.id) AS shared_states,
     collect(DISTINCT s.id) AS states, collect(DISTINCT s.name) AS state_names
MATCH (a)-[:CONCERNS]->(t:Theme)
WHERE EXISTS { MATCH (t)<-[:CONCERNS]-(b) }
RETURN a.id AS left, a.name AS left_name, roles_left, b.id AS right, b.name AS right_name, roles_right, shared_states,
       states, state_names, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names, sources
ORDER BY shared_states DESC, left, right
