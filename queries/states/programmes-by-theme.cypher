// title    = "Programmes by theme"
// question = "Which programmes are about this theme, or a narrower one?"
// why      = """Themes are read off the words of the sources; `basis` says how. `states` counts States on record;
// none is *not seen*, and a worldwide programme is *available on request*."""
// users    = ["analyst", "coordinator", "leadership", "focal point"]
// [params]
// theme = { default = "theme/api-pnr", of = "Theme", help = "which theme" }
// [columns]
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// kind           = { is = "Programme.kind" }
// theme          = { is = "Theme.id" }
// theme_name     = { names = "theme" }
// led_by         = { type = "STRING[]", is = "Partner.id", help = "who leads it, by any source" }
// led_by_names   = { names = "led_by" }
// states         = { type = "INT64", help = "States on record as assisted or as taking part", unit = "States" }
// source   = { is = "CONCERNS.source" }
// locator  = { is = "CONCERNS.locator" }
// verified = { is = "CONCERNS.verified" }
// grade    = { is = "CONCERNS.grade" }
// basis          = { is = "CONCERNS.basis" }
// claim          = { is = "CONCERNS.id" }
MATCH (t:Theme {id: $theme})
OPTIONAL MATCH (t)<-[:BROADER*1..4]-(n:Theme)
WITH collect(DISTINCT n.id) AS narrower
UNWIND narrower + [$theme] AS wanted
MATCH (x:Theme {id: wanted})<-[c:CONCERNS]-(p:Programme)
OPTIONAL MATCH (l:Partner)-[k:TAKES_PART]->(p)
WHERE k.role IN ['lead', 'co-lead']
WITH x, c, p, collect(DISTINCT l.id) AS led_by, collect(DISTINCT l.name) AS led_by_names
OPTIONAL MATCH (p)-[:ASSISTS]->(s:State)
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, x.id AS theme, x.name AS theme_name,
       led_by, led_by_names, count(DISTINCT s.id) AS states,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.basis AS basis, c.id AS claim
ORDER BY programme, theme, source, locator, claim
