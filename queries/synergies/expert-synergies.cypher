// title    = "Experts' judgements of themes"
// question = "How did experts judge the influence of one theme on another, each by itself?"
// why      = """−3 to +3 on the seven points of ICSU and SEI; one row a judgement, with who (an office or a function), when, why and how sure. Never averaged and never part of what is
// computed from records; `lowest` and `highest` show how far they differ. A pair without a row was not judged. None is shipped."""
// users    = ["coordinator", "analyst"]
// [columns]
// from        = { is = "Theme.id" }
// from_name   = { names = "from" }
// to          = { is = "Theme.id" }
// to_name     = { names = "to" }
// judgement   = { is = "INFLUENCES.judgement" }
// who         = { is = "INFLUENCES.who" }
// made        = { is = "INFLUENCES.made" }
// reason      = { is = "INFLUENCES.why" }
// confidence  = { is = "INFLUENCES.confidence" }
// judgements  = { type = "INT64", help = "judgements of this pair", unit = "judgements" }
// lowest      = { type = "INT64", help = "the lowest of them" }
// highest     = { type = "INT64", help = "the highest of them" }
// source   = { is = "INFLUENCES.source" }
// locator  = { is = "INFLUENCES.locator" }
// claim       = { is = "INFLUENCES.id" }
MATCH (a:Theme)-[j:INFLUENCES]->(b:Theme)
WITH a, b, count(DISTINCT j.id) AS judgements, min(j.judgement) AS lowest, max(j.judgement) AS highest
MATCH (a)-[r:INFLUENCES]->(b)
RETURN a.id AS from, a.name AS from_name, b.id AS to, b.name AS to_name, r.judgement AS judgement, r.who AS who,
       r.made AS made, r.why AS reason, r.confidence AS confidence, judgements, lowest, highest,
       r.source AS source, r.locator AS locator, r.id AS claim
ORDER BY from, to, made, who, claim
