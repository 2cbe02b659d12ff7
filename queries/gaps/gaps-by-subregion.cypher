// title    = "Needs and assistance by sub-region"
// question = "In how many States of a sub-region does a need on record stand so beside the assistance on record?"
// why      = """The same for every audience. A number is given only where it does not tell of a State: from three States on, and only where at least two more States of the sub-region
// have the same assistance on record. What is missing may be nothing, or too few to be told; there is no total. No number says how many needs there are."""
// users    = ["analyst", "coordinator", "leadership"]
// [columns]
// region      = { is = "Region.id" }
// region_name = { names = "region" }
// theme       = { is = "Theme.id" }
// theme_name  = { names = "theme" }
// standing    = { is = "STANDS_ON.standing" }
// states      = { is = "STANDS_ON.states" }
// as_at       = { is = "STANDS_ON.as_at" }
// rule   = { is = "STANDS_ON.rule" }
// result = { is = "STANDS_ON.id" }
MATCH (g:Region)-[r:STANDS_ON]->(t:Theme)
RETURN g.id AS region, g.name AS region_name, t.id AS theme, t.name AS theme_name, r.standing AS standing,
       r.states AS states, r.as_at AS as_at, r.rule AS rule, r.id AS result
ORDER BY region, theme, standing, result
