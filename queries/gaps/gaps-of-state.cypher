// title    = "Needs and assistance of a State, theme by theme"
// question = "How do needs on record and assistance on record of this State stand to each other, and how far do the sources cover it?"
// why      = """Silence is not absence. *need_no_assistance*: the sources that cover State and theme record none, which does not mean that none is being provided. *not_known*: no
// source covers both. *available_on_request*: offered to all or to the region, presence not known. *time_not_known*: an end is not on record. *partial*: see `times`.
// *assistance_no_need* does not mean not needed. Whether a need has been met is for the State and a later assessment to say. Only needs, never ratings. By State
// only for audiences that may see it: for others see `gaps-by-subregion`; an empty answer says nothing."""
// users    = ["coordinator", "focal point", "custodian"]
// [params]
// state = { default = "state/LKA", of = "State", help = "which State" }
// [columns]
// theme         = { is = "Theme.id" }
// theme_name    = { names = "theme" }
// standing      = { is = "STANDS_ON.standing" }
// times         = { is = "STANDS_ON.times" }
// needs         = { is = "STANDS_ON.needs", of = ["Need"] }
// programmes    = { is = "STANDS_ON.programmes", of = ["Programme"] }
// deliveries    = { is = "STANDS_ON.deliveries", of = ["Activity", "Milestone"] }
// offered       = { is = "STANDS_ON.offered", of = ["Programme"] }
// as_at         = { is = "STANDS_ON.as_at" }
// sources_used  = { is = "STANDS_ON.sources_used", help = "known sources that cover this State and theme (m)" }
// sources_known = { is = "STANDS_ON.sources_known", help = "known sources that cover this State (k)" }
// rule   = { is = "STANDS_ON.rule" }
// result = { is = "STANDS_ON.id" }
MATCH (s:State {id: $state})-[r:STANDS_ON]->(t:Theme)
RETURN t.id AS theme, t.name AS theme_name, r.standing AS standing, r.times AS times, r.needs AS needs,
       r.programmes AS programmes, r.deliveries AS deliveries, r.offered AS offered, r.as_at AS as_at,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
ORDER BY theme, result
