// title    = "Overlapping programmes"
// question = "Which two programmes share States and themes, how far, and what of that is not known?"
// why      = """Overlap is not waste and may be complementary; the entities concerned confirm or correct. A part that a record does not give is *not comparable* and
// never zero. Only kind *programme*; a programme that is offered to the world without a list of States overlaps nobody. `successive` pairs have a rank of 0:
// ask with at_least=0. An end may be that of the last recorded activity: see `basis`."""
// users    = ["coordinator", "leadership"]
// [params]
// at_least = { type = "INT64", default = 25, help = "rank in hundredths, at the least" }
// label    = { default = "", help = "overlap, possible_duplication, overlap_time_not_known, successive, joint_programme or same_providers; empty means every label" }
// [columns]
// left           = { is = "Programme.id" }
// left_name      = { names = "left" }
// right          = { is = "Programme.id" }
// right_name     = { names = "right" }
// label          = { is = "OVERLAPS.label" }
// score          = { is = "OVERLAPS.score", help = "only for ordering: geometric mean of the parts that are known" }
// state_part     = { is = "OVERLAPS.state" }
// theme_part     = { is = "OVERLAPS.theme" }
// type_part      = { is = "OVERLAPS.type" }
// time_part      = { is = "OVERLAPS.time" }
// institution_part = { is = "OVERLAPS.institution" }
// elements_known = { is = "OVERLAPS.elements_known" }
// elements       = { is = "OVERLAPS.elements" }
// not_comparable = { is = "OVERLAPS.not_comparable" }
// states         = { is = "OVERLAPS.states", of = ["State"] }
// themes         = { is = "OVERLAPS.themes", of = ["Theme"] }
// near_themes    = { is = "OVERLAPS.near_themes", of = ["Theme"] }
// assistance     = { is = "OVERLAPS.types", of = ["AssistanceType"] }
// institutions   = { is = "OVERLAPS.institutions", of = ["Institution"] }
// undated        = { is = "OVERLAPS.undated", of = ["Programme"] }
// start_date     = { is = "OVERLAPS.start_date" }
// end_date       = { is = "OVERLAPS.end_date" }
// basis          = { is = "OVERLAPS.basis" }
// sources_used   = { is = "OVERLAPS.sources_used" }
// sources_known  = { is = "OVERLAPS.sources_known" }
// rule   = { is = "OVERLAPS.rule" }
// result = { is = "OVERLAPS.id" }
MATCH (a:Programme)-[r:OVERLAPS]->(b:Programme)
WHERE r.score * 100 >= $at_least AND $label IN ['', r.label]
RETURN a.id AS left, a.name AS left_name, b.id AS right, b.name AS right_name, r.label AS label, r.score AS score,
       r.state AS state_part, r.theme AS theme_part, r.type AS type_part, r.time AS time_part, r.institution AS institution_part,
       r.elements_known AS elements_known, r.elements AS elements, r.not_comparable AS not_comparable,
       r.states AS states, r.themes AS themes, r.near_themes AS near_themes, r.types AS assistance,
       r.institutions AS institutions, r.undated AS undated, r.start_date AS start_date, r.end_date AS end_date,
       r.basis AS basis,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
ORDER BY score DESC, left, right, result
