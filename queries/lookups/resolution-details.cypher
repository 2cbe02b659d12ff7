// title    = "A resolution"
// question = "What is on record about this resolution?"
// why      = """The descriptive title is ours and not official. `cited_only` means that only its number is known,
// because another text cites it. The text of the document is authoritative."""
// users    = ["analyst", "coordinator"]
// [params]
// resolution = { default = "resolution/2396", of = "Resolution", help = "which resolution" }
// [columns]
// resolution      = { is = "Resolution.id" }
// resolution_name = { names = "resolution" }
// symbol          = { is = "Resolution.symbol" }
// adopted         = { is = "Resolution.adopted" }
// year            = { is = "Resolution.year" }
// agenda_item     = { is = "Resolution.agenda_item" }
// chapter_vii     = { is = "Resolution.chapter_vii" }
// tier            = { is = "Resolution.tier" }
// cited_only      = { is = "Resolution.cited_only" }
// themes          = { type = "STRING[]", is = "Theme.id" }
// theme_names     = { names = "themes" }
// provisions      = { type = "INT64", help = "operative paragraphs on record" }
// programmes      = { type = "INT64", help = "programmes that cite the resolution itself" }
// url             = { is = "Resolution.url" }
// note            = { is = "Resolution.note" }
// source   = { is = "Resolution.source" }
// locator  = { is = "Resolution.locator" }
// verified = { is = "Resolution.verified" }
// grade    = { is = "Resolution.grade" }
MATCH (r:Resolution {id: $resolution})
OPTIONAL MATCH (r)-[:CONCERNS]->(t:Theme)
WITH r, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names
OPTIONAL MATCH (r)-[:HAS_PROVISION]->(v:Provision)
WITH r, themes, theme_names, count(DISTINCT v.id) AS provisions
OPTIONAL MATCH (r)<-[:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN r.id AS resolution, r.name AS resolution_name, r.symbol AS symbol, r.adopted AS adopted, r.year AS year,
       r.agenda_item AS agenda_item, r.chapter_vii AS chapter_vii, r.tier AS tier, r.cited_only AS cited_only,
       themes, theme_names, provisions, count(DISTINCT p.id) AS programmes, r.url AS url, r.note AS note,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade
ORDER BY resolution
