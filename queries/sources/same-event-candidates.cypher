// title    = "Rows that may be one event"
// question = "Which two records may tell of the same event, and why?"
// why      = """Proposed, not merged: a person decides. Same State and days that meet, under two programmes or as two kinds of record, and at least two more reasons. Events that are
// recorded without a date, or that last for more than two months, are not compared."""
// users    = ["custodian", "analyst"]
// [columns]
// state       = { is = "SAME_EVENT.state", of = ["State"] }
// left        = { of = ["Activity", "Milestone"], help = "one record" }
// left_name   = { names = "left" }
// right       = { of = ["Activity", "Milestone"], help = "the other" }
// right_name  = { names = "right" }
// start_date  = { is = "Activity.start_date" }
// end_date    = { is = "Activity.end_date" }
// reasons     = { is = "SAME_EVENT.reasons" }
// left_programmes  = { type = "STRING[]", is = "Programme.id" }
// right_programmes = { type = "STRING[]", is = "Programme.id" }
// rule   = { is = "SAME_EVENT.rule" }
// result = { is = "SAME_EVENT.id" }
MATCH (a)-[r:SAME_EVENT]->(b)
OPTIONAL MATCH (a)-[:UNDER]->(p:Programme)
WITH a, r, b, collect(DISTINCT p.id) AS left_programmes
OPTIONAL MATCH (b)-[:UNDER]->(q:Programme)
RETURN r.state AS state, a.id AS left, a.name AS left_name, b.id AS right, b.name AS right_name, a.start_date AS start_date,
       a.end_date AS end_date, r.reasons AS reasons, left_programmes, collect(DISTINCT q.id) AS right_programmes,
       r.rule AS rule, r.id AS result
ORDER BY state, left, right, result
