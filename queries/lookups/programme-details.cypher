// title    = "A programme"
// question = "What is on record about this programme?"
// why      = """Dates, budget and status are as the sources word them, the preferred one where they differ;
// `evidence` shows all. No end on record is *time not known*, never *ongoing*; no State on record is *not seen*,
// never *nowhere*."""
// users    = ["analyst", "coordinator", "leadership"]
// [params]
// programme = { default = "programme/ct-travel", of = "Programme", help = "which programme" }
// [columns]
// programme       = { is = "Programme.id" }
// programme_name  = { names = "programme" }
// acronym         = { is = "Programme.acronym" }
// kind            = { is = "Programme.kind" }
// start_date      = { is = "Programme.start_date" }
// start_precision = { is = "Programme.start_precision" }
// end_date        = { is = "Programme.end_date" }
// end_precision   = { is = "Programme.end_precision" }
// status          = { is = "Programme.status" }
// budget          = { is = "Programme.budget" }
// homepage        = { is = "Programme.homepage" }
// how_to_request  = { is = "Programme.how_to_request" }
// cost_to_state   = { is = "Programme.cost_to_state" }
// languages       = { is = "Programme.languages" }
// contact_office  = { is = "Programme.contact_office" }
// themes          = { type = "STRING[]", is = "Theme.id" }
// theme_names     = { names = "themes" }
// assistance      = { type = "STRING[]", is = "AssistanceType.id" }
// assistance_names = { names = "assistance" }
// part_of         = { type = "STRING[]", is = "Programme.id" }
// part_of_names   = { names = "part_of" }
// states          = { type = "INT64", help = "States on record as assisted or as taking part; none is *not seen*" }
// note            = { is = "Programme.note" }
// source   = { is = "Programme.source" }
// locator  = { is = "Programme.locator" }
// verified = { is = "Programme.verified" }
// grade    = { is = "Programme.grade" }
MATCH (p:Programme {id: $programme})
OPTIONAL MATCH (p)-[:CONCERNS]->(t:Theme)
WITH p, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names
OPTIONAL MATCH (p)-[:PROVIDES]->(k:AssistanceType)
WITH p, themes, theme_names, collect(DISTINCT k.id) AS assistance, collect(DISTINCT k.name) AS assistance_names
OPTIONAL MATCH (p)-[:PART_OF]->(w:Programme)
WITH p, themes, theme_names, assistance, assistance_names,
     collect(DISTINCT w.id) AS part_of, collect(DISTINCT w.name) AS part_of_names
OPTIONAL MATCH (p)-[:ASSISTS]->(s:State)
RETURN p.id AS programme, p.name AS programme_name, p.acronym AS acronym, p.kind AS kind,
       p.start_date AS start_date, p.start_precision AS start_precision,
       p.end_date AS end_date, p.end_precision AS end_precision, p.status AS status, p.budget AS budget,
       p.homepage AS homepage, p.how_to_request AS how_to_request, p.cost_to_state AS cost_to_state,
       p.languages AS languages, p.contact_office AS contact_office, themes, theme_names, assistance, assistance_names,
       part_of, part_of_names, count(DISTINCT s.id) AS states, p.note AS note,
       p.source AS source, p.locator AS locator, p.verified AS verified, p.grade AS grade
ORDER BY programme
