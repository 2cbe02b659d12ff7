// title    = "References of a State"
// question = "Which published ratings or action-plan items concern this State, as dated by their source?"
// why      = """Shown as dated by their source, for reference: not needs, and never coloured, ranked, summed, aged
// or matched. Most were copied from a third party's table and are *secondary*. Whether a State complies is for the
// Committee alone."""
// users    = ["analyst", "focal point"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// reference          = { is = "Reference.id" }
// reference_name     = { names = "reference" }
// kind               = { is = "Reference.kind" }
// ratings            = { is = "Reference.ratings" }
// observed           = { is = "Reference.observed" }
// observed_precision = { is = "Reference.observed_precision" }
// status             = { is = "Reference.status" }
// symbol             = { is = "Reference.symbol" }
// source   = { is = "Reference.source" }
// locator  = { is = "Reference.locator" }
// verified = { is = "Reference.verified" }
// grade    = { is = "Reference.grade" }
// provenance         = { is = "Reference.provenance" }
// note               = { is = "Reference.note" }
MATCH (s:State {id: $state})<-[:NEED_OF]-(n:Reference)
RETURN n.id AS reference, n.name AS reference_name, n.kind AS kind, n.ratings AS ratings, n.observed AS observed,
       n.observed_precision AS observed_precision, n.status AS status, n.symbol AS symbol,
       n.source AS source, n.locator AS locator, n.verified AS verified, n.grade AS grade,
       n.provenance AS provenance, n.note AS note
ORDER BY reference
