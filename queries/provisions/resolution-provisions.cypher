// title    = "Paragraphs of a resolution"
// question = "Which operative paragraphs of this resolution are on record, and how many programmes cite each?"
// why      = """Only paragraphs read so far; where the number could not be read it is blank. Programmes that cite
// only the resolution are not counted here: see `who-implements`."""
// users    = ["analyst", "coordinator"]
// [params]
// resolution = { default = "resolution/2396", of = "Resolution", help = "which resolution" }
// [columns]
// provision          = { is = "Provision.id" }
// paragraph          = { is = "Provision.paragraph" }
// paragraph_verified = { is = "Provision.paragraph_verified" }
// modality           = { is = "Provision.modality" }
// addressees         = { is = "Provision.addressees" }
// summary            = { is = "Provision.summary" }
// technical_assistance = { is = "Provision.technical_assistance" }
// themes             = { type = "STRING[]", is = "Theme.id" }
// theme_names        = { names = "themes" }
// cited_by           = { type = "INT64", help = "programmes that cite this paragraph", unit = "programmes" }
// source   = { is = "Provision.source" }
// locator  = { is = "Provision.locator" }
// verified = { is = "Provision.verified" }
// grade    = { is = "Provision.grade" }
// verification       = { is = "Provision.verification" }
MATCH (r:Resolution {id: $resolution})-[:HAS_PROVISION]->(v:Provision)
OPTIONAL MATCH (v)-[:CONCERNS]->(t:Theme)
WITH v, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names
OPTIONAL MATCH (v)<-[:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN v.id AS provision, v.paragraph AS paragraph, v.paragraph_verified AS paragraph_verified, v.modality AS modality,
       v.addressees AS addressees, v.summary AS summary, v.technical_assistance AS technical_assistance,
       themes, theme_names, count(DISTINCT p.id) AS cited_by,
       v.source AS source, v.locator AS locator, v.verified AS verified, v.grade AS grade, v.verification AS verification
ORDER BY provision
