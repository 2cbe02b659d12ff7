// title    = "Programmes that cite a resolution"
// question = "Which programmes cite this resolution, or a paragraph of it?"
// why      = "A programme may serve a resolution without citing it. Most cite none."
// users    = ["analyst", "coordinator"]
// order    = ["programme", "cites", "source", "locator", "claim"]
// [params]
// resolution = { default = "resolution/2396", of = "Resolution", help = "which resolution" }
// [columns]
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// kind           = { is = "Programme.kind" }
// cites          = { of = ["Resolution", "Provision"], help = "what it cites" }
// source   = { is = "IMPLEMENTS.source" }
// locator  = { is = "IMPLEMENTS.locator" }
// verified = { is = "IMPLEMENTS.verified" }
// grade    = { is = "IMPLEMENTS.grade" }
// claim          = { is = "IMPLEMENTS.id" }
MATCH (r:Resolution {id: $resolution})<-[i:IMPLEMENTS]-(p:Programme)
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, r.id AS cites,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (r:Resolution {id: $resolution})-[:HAS_PROVISION]->(v:Provision)
MATCH (v)<-[i:IMPLEMENTS]-(p:Programme)
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, v.id AS cites,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
