// title    = "How the threshold matters"
// question = "How many pairs are listed at this rank, and how many more or fewer a step below and above?"
// why      = """Where many pairs come and go with a small step, the threshold says more than the data. All pairs of a label are in `pairs`, also those of rank 0."""
// users    = ["coordinator", "leadership"]
// [params]
// at_least = { type = "INT64", default = 25, help = "rank in hundredths" }
// step     = { type = "INT64", default = 5, help = "step in hundredths" }
// [columns]
// label  = { is = "OVERLAPS.label" }
// pairs  = { type = "INT64", help = "pairs of this label", unit = "pairs" }
// lower  = { type = "INT64", help = "listed a step below", unit = "pairs" }
// listed = { type = "INT64", help = "listed at the threshold", unit = "pairs" }
// higher = { type = "INT64", help = "listed a step above", unit = "pairs" }
MATCH (a:Programme)-[r:OVERLAPS]->(b:Programme)
RETURN r.label AS label, count(DISTINCT r.id) AS pairs,
       count(DISTINCT CASE WHEN r.score * 100 >= $at_least - $step THEN r.id END) AS lower,
       count(DISTINCT CASE WHEN r.score * 100 >= $at_least THEN r.id END) AS listed,
       count(DISTINCT CASE WHEN r.score * 100 >= $at_least + $step THEN r.id END) AS higher
ORDER BY label
