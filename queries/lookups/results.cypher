// title    = "Results"
// question = "Between which two does this result (or each) stand, and under which rule was it found?"
// why      = """For a verdict on it (`taazur verdict`). A result's id is a hash of what it was derived from and of
// the rule: it changes when they do, and a verdict stays with the pair."""
// users    = ["coordinator", "custodian"]
// [params]
// result = { default = "", help = "id of the result, as answers give it; empty means every result" }
// [columns]
// result     = { is = "COULD_MEET.id" }
// edge       = { is = "COULD_MEET.kind" }
// one        = { is = "Programme.id" }
// one_name   = { names = "one" }
// other      = { of = ["Programme", "Need"], help = "the other programme, or the need" }
// other_name = { names = "other" }
// synergy    = { is = "SYNERGY.synergy" }
// rule       = { is = "COULD_MEET.rule" }
// score      = { is = "COULD_MEET.score" }
MATCH (a:Programme)-[r:OVERLAPS|SYNERGY|COULD_MEET]->(b:Programme|Need)
WHERE $result = '' OR r.id = $result
RETURN r.id AS result, r.kind AS edge, a.id AS one, a.name AS one_name, b.id AS other, b.name AS other_name, r.synergy AS synergy, r.rule AS rule,
       r.score AS score
ORDER BY result, one, other
