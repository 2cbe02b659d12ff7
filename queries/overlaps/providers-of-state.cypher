// title    = "Providers in a State, with coverage"
// question = "Who is on record for this State on each theme, and on how many of the known sources does that rest?"
// why      = """*m* of *k*: of the documents that record assistance to this State, those that also record assistance on the theme, to whomever. Plain counts of what public
// sources name: whoever publishes most looks biggest. *fragmentation* is GAO's neutral word for more than one provider. Facilitators, networks, appeals and
// those who only fund are not counted."""
// users    = ["coordinator", "focal point"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// theme           = { is = "Theme.id" }
// theme_name      = { names = "theme" }
// label           = { is = "HAS_PROVIDERS.label" }
// providers       = { is = "HAS_PROVIDERS.providers" }
// provider_ids    = { is = "HAS_PROVIDERS.provider_ids", of = ["Partner"] }
// programmes      = { is = "HAS_PROVIDERS.programmes" }
// programme_ids   = { is = "HAS_PROVIDERS.programme_ids", of = ["Programme"] }
// sources_used    = { is = "HAS_PROVIDERS.sources_used", help = "known sources that cover this State and theme (m)" }
// sources_known   = { is = "HAS_PROVIDERS.sources_known", help = "known sources that cover this State (k)" }
// rule   = { is = "HAS_PROVIDERS.rule" }
// result = { is = "HAS_PROVIDERS.id" }
MATCH (s:State {id: $state})-[r:HAS_PROVIDERS]->(t:Theme)
RETURN t.id AS theme, t.name AS theme_name, r.label AS label, r.providers AS providers, r.provider_ids AS provider_ids,
       r.programmes AS programmes, r.programme_ids AS programme_ids,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
ORDER BY theme, result
