// title    = "Needs by age"
// question = "Which needs on record are oldest, and what was last known of each?"
// why      = """Oldest first; those without a date last. An old record may have been met, or withdrawn, without anybody having said so in public: its present status is not known.
// Age ranks records, not States. Only needs, never ratings; by State only for audiences that may see it."""
// users    = ["coordinator", "custodian"]
// [columns]
// need               = { is = "Need.id" }
// need_name          = { names = "need" }
// observed           = { is = "Need.observed" }
// observed_precision = { is = "Need.observed_precision" }
// status             = { is = "Need.status" }
// basis_of_need      = { is = "Need.kind" }
// places             = { type = "STRING[]", of = ["State", "Area", "Region", "Partner"], help = "whose need it is" }
// themes             = { type = "STRING[]", is = "Theme.id" }
// source   = { is = "Need.source" }
// locator  = { is = "Need.locator" }
// verified = { is = "Need.verified" }
// grade    = { is = "Need.grade" }
MATCH (n:Need)
OPTIONAL MATCH (n)-[:NEED_OF]->(p)
WITH n, collect(DISTINCT p.id) AS places
OPTIONAL MATCH (n)-[:CONCERNS]->(t:Theme)
RETURN n.id AS need, n.name AS need_name, n.observed AS observed, n.observed_precision AS observed_precision,
       n.status AS status, n.kind AS basis_of_need, places, collect(DISTINCT t.id) AS themes,
       n.source AS source, n.locator AS locator, n.verified AS verified, n.grade AS grade
ORDER BY observed, need
