// title    = "Provisions not cited"
// question = "Which paragraphs does no programme on record cite?"
// why      = """*Not cited* is not *without assistance*: almost no programme cites a paragraph.
// `resolution_cited_by` counts programmes that cite the resolution as a whole. Only paragraphs and programmes read
// so far."""
// users    = ["analyst", "coordinator"]
// order    = ["-technical_assistance", "provision"]
// [columns]
// provision           = { is = "Provision.id" }
// symbol              = { is = "Provision.symbol" }
// paragraph           = { is = "Provision.paragraph" }
// modality            = { is = "Provision.modality" }
// summary             = { is = "Provision.summary" }
// technical_assistance = { is = "Provision.technical_assistance" }
// resolution_cited_by = { type = "INT64", help = "programmes that cite its resolution", unit = "programmes" }
// source   = { is = "Provision.source" }
// locator  = { is = "Provision.locator" }
// verified = { is = "Provision.verified" }
// grade    = { is = "Provision.grade" }
MATCH (r:Resolution)-[:HAS_PROVISION]->(v:Provision)
WHERE NOT EXISTS { MATCH (v)<-[:IMPLEMENTS]-(q:Programme) WHERE q.kind = 'programme' }
OPTIONAL MATCH (r)<-[:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN v.id AS provision, v.symbol AS symbol, v.paragraph AS paragraph, v.modality AS modality, v.summary AS summary,
       coalesce(v.technical_assistance, false) AS technical_assistance, count(DISTINCT p.id) AS resolution_cited_by,
       v.source AS source, v.locator AS locator, v.verified AS verified, v.grade AS grade
ORDER BY technical_assistance DESC, provision
