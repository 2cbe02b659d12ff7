// title    = "Bridging partners"
// question = "Which partners work under several different leads, and so could pass information between programmes?"
// why      = """Counts programmes in which the partner's role is more than funding and which another partner
// leads, neither its parent nor its own part. A partner whose roles are not recorded looks small: `documents` and
// `verified_programmes` say how much the count rests on. Facilitators are not counted."""
// users    = ["coordinator", "leadership"]
// [params]
// at_least = { type = "INT64", default = 2, help = "other leads it works under, at the least" }
// [columns]
// partner             = { is = "Partner.id" }
// partner_name        = { names = "partner" }
// leads               = { type = "INT64", help = "other partners that lead programmes in which it takes part", unit = "partners" }
// programmes          = { type = "INT64", help = "those programmes", unit = "programmes" }
// verified_programmes = { type = "INT64", help = "of these, how many with a role that was seen in its source", unit = "programmes" }
// documents           = { type = "INT64", help = "different documents that the roles are taken from", unit = "documents" }
// lead_ids            = { type = "STRING[]", is = "Partner.id" }
// lead_names          = { names = "lead_ids" }
// programme_ids       = { type = "STRING[]", is = "Programme.id" }
// programme_names     = { names = "programme_ids" }
MATCH (o:Partner)-[r:TAKES_PART]->(p:Programme)
WHERE o.counted AND r.role <> 'donor' AND p.kind = 'programme'
MATCH (l:Partner)-[q:TAKES_PART]->(p)
WHERE q.role IN ['lead', 'co-lead'] AND l.id <> o.id
  AND NOT EXISTS { MATCH (o)-[:PART_OF]->(l) } AND NOT EXISTS { MATCH (l)-[:PART_OF]->(o) }
WITH o, count(DISTINCT l.id) AS leads, count(DISTINCT p.id) AS programmes,
     count(DISTINCT CASE WHEN r.verified THEN p.id END) AS verified_programmes, count(DISTINCT r.source) AS documents,
     collect(DISTINCT l.id) AS lead_ids, collect(DISTINCT l.name) AS lead_names,
     collect(DISTINCT p.id) AS programme_ids, collect(DISTINCT p.name) AS programme_names
WHERE leads >= $at_least
RETURN o.id AS partner, o.name AS partner_name, leads, programmes, verified_programmes, documents,
       lead_ids, lead_names, programme_ids, programme_names
ORDER BY leads DESC, programmes DESC, partner
