// title    = "Complements in a State"
// question = "Which two programmes in this State relate to different needs on record, and so to more together?"
// why      = """A *possible* synergy: structural, not a judgement. A need is related to a programme where they
// share a theme, which is the weakest link. Only needs, never ratings or action-plan items; only programmes that a
// source places in the State. Few States have needs on record in public."""
// users    = ["coordinator", "focal point"]
// [params]
// state = { default = "state/IRQ", of = "State", help = "which State" }
// [columns]
// left          = { is = "Programme.id" }
// left_name     = { names = "left" }
// right         = { is = "Programme.id" }
// right_name    = { names = "right" }
// together      = { type = "INT64", help = "needs that one or the other relates to", unit = "needs" }
// both          = { type = "INT64", help = "needs that both relate to", unit = "needs" }
// left_needs    = { type = "STRING[]", is = "Need.id" }
// right_needs   = { type = "STRING[]", is = "Need.id" }
// on_record     = { type = "INT64", help = "all needs of the State on record", unit = "needs" }
MATCH (s:State {id: $state})<-[:NEED_OF]-(e:Need)
WITH s, count(DISTINCT e.id) AS on_record
MATCH (s)<-[:NEED_OF]-(n:Need)
MATCH (n)-[:CONCERNS]->(t:Theme)
MATCH (t)<-[:CONCERNS]-(a:Programme)
MATCH (a)-[:ASSISTS]->(s)
WHERE a.kind = 'programme'
WITH DISTINCT s, on_record, n, a
MATCH (s)<-[:NEED_OF]-(m:Need)
MATCH (m)-[:CONCERNS]->(u:Theme)
MATCH (u)<-[:CONCERNS]-(b:Programme)
MATCH (b)-[:ASSISTS]->(s)
WHERE b.kind = 'programme' AND a.id < b.id
WITH on_record, a, b, collect(DISTINCT n.id) AS left_needs, collect(DISTINCT m.id) AS right_needs,
     count(DISTINCT n.id) AS of_left, count(DISTINCT m.id) AS of_right,
     count(DISTINCT CASE WHEN n.id = m.id THEN n.id END) AS both
WHERE both < of_left AND both < of_right
RETURN a.id AS left, a.name AS left_name, b.id AS right, b.name AS right_name, of_left + of_right - both AS together,
       both, left_needs, right_needs, on_record
ORDER BY together DESC, both, left, right
