// title    = "Who implements a provision"
// question = "Which programmes cite this paragraph, and which cite only its resolution?"
// why      = """*stated*: the programme cites the paragraph. *resolution*: it cites the resolution and not this
// paragraph, which is much weaker. A paragraph that nobody cites is *not cited*, never *without assistance*."""
// users    = ["analyst", "coordinator"]
// order    = ["strength", "programme", "cites", "source", "locator", "claim"]
// [params]
// provision = { default = "provision/2396/11", of = "Provision", help = "which paragraph" }
// [columns]
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// kind           = { is = "Programme.kind" }
// strength       = { type = "STRING", values = ["stated", "resolution"], help = "stated: cites the paragraph; resolution: cites only the resolution" }
// cites          = { of = ["Provision", "Resolution"], help = "what it cites" }
// source   = { is = "IMPLEMENTS.source" }
// locator  = { is = "IMPLEMENTS.locator" }
// verified = { is = "IMPLEMENTS.verified" }
// grade    = { is = "IMPLEMENTS.grade" }
// claim          = { is = "IMPLEMENTS.id" }
MATCH (v:Provision {id: $provision})<-[i:IMPLEMENTS]-(p:Programme)
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, 'stated' AS strength, v.id AS cites,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (v:Provision {id: $provision})<-[:HAS_PROVISION]-(r:Resolution)
MATCH (r)<-[i:IMPLEMENTS]-(p:Programme)
WHERE NOT EXISTS { MATCH (p)-[:IMPLEMENTS]->(v) }
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, 'resolution' AS strength, r.id AS cites,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
