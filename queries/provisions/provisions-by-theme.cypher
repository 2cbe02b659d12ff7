// title    = "Provisions by theme"
// question = "Which paragraphs are about this theme, or a narrower one?"
// why      = """Summaries are our own and the text of the document is authoritative. Whether a paragraph is about
// a theme is our reading, unless `basis` says otherwise; verbs are verbatim."""
// users    = ["analyst", "coordinator"]
// [params]
// theme = { default = "theme/api-pnr", of = "Theme", help = "which theme" }
// [columns]
// provision          = { is = "Provision.id" }
// symbol             = { is = "Provision.symbol" }
// paragraph          = { is = "Provision.paragraph" }
// paragraph_verified = { is = "Provision.paragraph_verified" }
// modality           = { is = "Provision.modality" }
// summary            = { is = "Provision.summary" }
// technical_assistance = { is = "Provision.technical_assistance" }
// theme              = { is = "Theme.id" }
// theme_name         = { names = "theme" }
// source   = { is = "CONCERNS.source" }
// locator  = { is = "CONCERNS.locator" }
// verified = { is = "CONCERNS.verified" }
// grade    = { is = "CONCERNS.grade" }
// basis              = { is = "CONCERNS.basis" }
// claim              = { is = "CONCERNS.id" }
MATCH (t:Theme {id: $theme})
OPTIONAL MATCH (t)<-[:BROADER*1..4]-(n:Theme)
WITH collect(DISTINCT n.id) AS narrower
UNWIND narrower + [$theme] AS wanted
MATCH (x:Theme {id: wanted})<-[c:CONCERNS]-(v:Provision)
RETURN DISTINCT v.id AS provision, v.symbol AS symbol, v.paragraph AS paragraph,
       v.paragraph_verified AS paragraph_verified, v.modality AS modality, v.summary AS summary,
       v.technical_assistance AS technical_assistance, x.id AS theme, x.name AS theme_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.basis AS basis, c.id AS claim
ORDER BY symbol, provision, theme, source, locator, claim
