// title    = "Good practices for a provision"
// question = "Which guiding principles help to put this paragraph into practice?"
// why      = """The Madrid Guiding Principles and their addendum do not bind. *stated*: the source names the
// paragraph; *resolution*: it names the resolution; *theme*: both are about one theme, which is our inference.
// Principles nobody has read are blank, and are not matched; a *topic* is one whose number is not known."""
// users    = ["analyst", "coordinator"]
// order    = ["strength", "guideline", "through", "source", "locator", "claim"]
// [params]
// provision = { default = "provision/2396/11", of = "Provision", help = "which paragraph" }
// [columns]
// guideline      = { is = "Guideline.id" }
// guideline_name = { names = "guideline" }
// symbol         = { is = "Guideline.symbol" }
// kind           = { is = "Guideline.kind" }
// number         = { is = "Guideline.number" }
// summary        = { is = "Guideline.summary" }
// strength       = { type = "STRING", values = ["stated", "resolution", "theme"], help = "how strong the link is" }
// through        = { of = ["Provision", "Resolution", "Theme"], help = "the paragraph, resolution or theme that links them" }
// through_name   = { names = "through" }
// source   = { is = "GUIDES.source" }
// locator  = { is = "GUIDES.locator" }
// verified = { is = "GUIDES.verified" }
// grade    = { is = "GUIDES.grade" }
// claim          = { is = "GUIDES.id" }
MATCH (v:Provision {id: $provision})<-[r:GUIDES]-(g:Guideline)
RETURN g.id AS guideline, g.name AS guideline_name, g.symbol AS symbol, g.kind AS kind, g.number AS number, g.summary AS summary,
       'stated' AS strength, v.id AS through, v.name AS through_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (v:Provision {id: $provision})<-[:HAS_PROVISION]-(s:Resolution)
MATCH (s)<-[r:GUIDES]-(g:Guideline)
WHERE NOT EXISTS { MATCH (g)-[:GUIDES]->(v) }
RETURN g.id AS guideline, g.name AS guideline_name, g.symbol AS symbol, g.kind AS kind, g.number AS number, g.summary AS summary,
       'resolution' AS strength, s.id AS through, s.name AS through_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (v:Provision {id: $provision})-[:CONCERNS]->(t:Theme)
MATCH (t)<-[r:CONCERNS]-(g:Guideline)
WHERE NOT EXISTS { MATCH (g)-[:GUIDES]->(v) } AND NOT EXISTS { MATCH (g)-[:GUIDES]->(s:Resolution)-[:HAS_PROVISION]->(v) }
RETURN g.id AS guideline, g.name AS guideline_name, g.symbol AS symbol, g.kind AS kind, g.number AS number, g.summary AS summary,
       'theme' AS strength, t.id AS through, t.name AS through_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
