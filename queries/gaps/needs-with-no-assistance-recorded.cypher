// title    = "Needs with no assistance recorded"
// question = "For which needs of a State do the sources record no programme and no delivery there on the same theme, or its broader or narrower one?"
// why      = """This does not mean that none is being provided. *not known*: no programme at all is on record for
// the State; else the sources name programmes there on other themes, and still no source claims to be complete.
// Offers to a region or the world are not assistance recorded. Needs without a State or a theme cannot be compared
// and are not here; ratings and action-plan items are no needs. Time is not compared: assistance long ended counts
// as recorded."""
// users    = ["coordinator", "focal point"]
// [columns]
// need               = { is = "Need.id" }
// need_name          = { names = "need" }
// state              = { is = "State.id" }
// state_name         = { names = "state" }
// basis_of_need      = { is = "Need.kind" }
// status             = { is = "Need.status" }
// observed           = { is = "Need.observed" }
// observed_precision = { is = "Need.observed_precision" }
// themes             = { type = "STRING[]", is = "Theme.id" }
// theme_names        = { names = "themes" }
// reading            = { type = "STRING", help = "how the absence is to be read" }
// on_record          = { type = "INT64", help = "programmes on record in this State, on any theme", unit = "programmes" }
// source   = { is = "Need.source" }
// locator  = { is = "Need.locator" }
// verified = { is = "Need.verified" }
// grade    = { is = "Need.grade" }
MATCH (n:Need)-[:NEED_OF]->(s:State)
MATCH (n)-[:CONCERNS]->(t:Theme)
OPTIONAL MATCH (t)-[:BROADER]-(near:Theme)
WITH n, s, collect(DISTINCT t.id) AS themes, collect(DISTINCT t.name) AS theme_names,
     collect(DISTINCT t.id) + collect(DISTINCT near.id) AS around
WHERE NOT EXISTS { MATCH (s)<-[:ASSISTS]-(p:Programme)-[:CONCERNS]->(x:Theme) WHERE p.kind = 'programme' AND x.id IN around }
  AND NOT EXISTS { MATCH (s)<-[:HELD_FOR]-(a:Activity)-[:CONCERNS]->(y:Theme) WHERE y.id IN around }
  AND NOT EXISTS { MATCH (s)<-[:HELD_FOR]-(d:Activity|Milestone)-[:UNDER]->(q:Programme)-[:CONCERNS]->(z:Theme)
                   WHERE q.kind = 'programme' AND z.id IN around }
OPTIONAL MATCH (s)<-[:ASSISTS]-(o:Programme)
WHERE o.kind = 'programme'
WITH n, s, themes, theme_names, count(DISTINCT o.id) AS on_record
RETURN n.id AS need, n.name AS need_name, s.id AS state, s.name AS state_name, n.kind AS basis_of_need, n.status AS status,
       n.observed AS observed, n.observed_precision AS observed_precision, themes, theme_names,
       CASE WHEN on_record > 0 THEN 'not on record; programmes on other themes are on record for this State'
            ELSE 'not known: no programme is on record for this State' END AS reading,
       on_record, n.source AS source, n.locator AS locator, n.verified AS verified, n.grade AS grade
ORDER BY state, need
