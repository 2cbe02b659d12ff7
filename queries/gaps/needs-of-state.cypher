// title    = "Needs of a State"
// question = "Which needs of this State are on record, on what basis, and where in their life?"
// why      = """Only what a State stated, requested or agreed to, or what the Committee or CTED recommended in
// public. Ratings and action-plan items are not needs: see `references-of-state`. Unreleased information may
// exist. Only the State acknowledges a need and accepts an offer."""
// users    = ["analyst", "coordinator", "focal point"]
// [params]
// state = { default = "state/LKA", of = "State", help = "which State" }
// [columns]
// need               = { is = "Need.id" }
// need_name          = { names = "need" }
// basis_of_need      = { is = "Need.kind" }
// status             = { is = "Need.status" }
// priority           = { is = "Need.priority" }
// observed           = { is = "Need.observed" }
// observed_precision = { is = "Need.observed_precision" }
// themes             = { type = "STRING[]", is = "Theme.id" }
// theme_names        = { names = "themes" }
// assistance         = { type = "STRING[]", is = "AssistanceType.id" }
// assistance_names   = { names = "assistance" }
// institution        = { is = "Need.institution" }
// symbol             = { is = "Need.symbol" }
// source   = { is = "Need.source" }
// locator  = { is = "Need.locator" }
// verified = { is = "Need.verified" }
// grade    = { is = "Need.grade" }
// note               = { is = "Need.note" }
MATCH (s:State {id: $state})<-[:NEED_OF]-(n:Need)
OPTIONAL MATCH (n)-[:CONCERNS]->(t:Theme)
WITH n, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names
OPTIONAL MATCH (n)-[:SEEKS]->(k:AssistanceType)
RETURN n.id AS need, n.name AS need_name, n.kind AS basis_of_need, n.status AS status, n.priority AS priority,
       n.observed AS observed, n.observed_precision AS observed_precision, themes, theme_names,
       collect(DISTINCT k.id) AS assistance, collect(DISTINCT k.name) AS assistance_names,
       n.institution AS institution, n.symbol AS symbol,
       n.source AS source, n.locator AS locator, n.verified AS verified, n.grade AS grade, n.note AS note
ORDER BY need
