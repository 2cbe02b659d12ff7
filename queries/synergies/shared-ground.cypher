// title    = "Shared ground"
// question = "Which two programmes assist the same State on the same theme?"
// why      = """Fragmentation, overlap, *possible* duplication: overlap is not waste and may be complementary; the
// entities concerned confirm or correct. Only States that a source names (offers to a region or the world are no
// presence), only kind *programme*, and not a programme with its own part. Says nothing of time or institution:
// where an end is not recorded, whether they run together is not known."""
// users    = ["coordinator", "leadership"]
// [params]
// theme = { default = "theme/criminal-justice", of = "Theme", help = "which theme" }
// [columns]
// left         = { is = "Programme.id" }
// left_name    = { names = "left" }
// right        = { is = "Programme.id" }
// right_name   = { names = "right" }
// shared       = { type = "INT64", help = "States on record for both", unit = "States" }
// states       = { type = "STRING[]", is = "State.id" }
// state_names  = { names = "states" }
// shared_partners = { type = "INT64", help = "partners that take part in both, donors included", unit = "partners" }
// sources      = { type = "INT64", help = "different documents that place the two in these States", unit = "documents" }
MATCH (t:Theme {id: $theme})<-[:CONCERNS]-(a:Programme)
WHERE a.kind = 'programme'
WITH DISTINCT a
MATCH (a)-[r:ASSISTS]->(s:State)
MATCH (s)<-[q:ASSISTS]-(b:Programme)
WHERE b.kind = 'programme' AND a.id < b.id
MATCH (b)-[:CONCERNS]->(u:Theme {id: $theme})
WHERE NOT EXISTS { MATCH (a)-[:PART_OF]->(b) } AND NOT EXISTS { MATCH (b)-[:PART_OF]->(a) }
WITH a, b, collect(DISTINCT s.id) AS states, collect(DISTINCT s.name) AS state_names, count(DISTINCT s.id) AS shared,
     collect(DISTINCT r.source) + collect(DISTINCT q.source) AS documents
UNWIND documents AS document
WITH a, b, states, state_names, shared, count(DISTINCT document) AS sources
OPTIONAL MATCH (a)<-[:TAKES_PART]-(o:Partner)
WHERE EXISTS { MATCH (o)-[:TAKES_PART]->(b) }
RETURN a.id AS left, a.name AS left_name, b.id AS right, b.name AS right_name, shared, states, state_names,
       count(DISTINCT o.id) AS shared_partners, sources
ORDER BY shared DESC, left, right
