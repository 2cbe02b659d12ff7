// title    = "Overlaps of a programme"
// question = "With which programmes does this one share States and themes, whatever the label?"
// why      = """Overlap is not waste and may be complementary. *successive*: the recorded periods do not meet. *joint_programme*: one is part of the other, both of a third, or they
// share a name. *same_providers*: the same partners run both. *overlap_time_not_known*: an end is not on record, which is not the same as *ongoing*. The dates are
// the programme's own, or those of its recorded activities: see `basis`."""
// users    = ["analyst", "coordinator"]
// order    = ["-score", "other", "result"]
// [params]
// programme = { default = "programme/salw-nexus", of = "Programme", help = "which programme" }
// [columns]
// other          = { is = "Programme.id" }
// other_name     = { names = "other" }
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
MATCH (p:Programme {id: $programme})-[r:OVERLAPS]->(b:Programme)
RETURN b.id AS other, b.name AS other_name, r.label AS label, r.score AS score,
       r.state AS state_part, r.theme AS theme_part, r.type AS type_part, r.time AS time_part, r.institution AS institution_part,
       r.elements_known AS elements_known, r.elements AS elements, r.not_comparable AS not_comparable,
       r.states AS states, r.themes AS themes, r.near_themes AS near_themes, r.types AS assistance,
       r.institutions AS institutions, r.undated AS undated, r.start_date AS start_date, r.end_date AS end_date,
       r.basis AS basis,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
UNION
MATCH (p:Programme {id: $programme})<-[r:OVERLAPS]-(b:Programme)
RETURN b.id AS other, b.name AS other_name, r.label AS label, r.score AS score,
       r.state AS state_part, r.theme AS theme_part, r.type AS type_part, r.time AS time_part, r.institution AS institution_part,
       r.elements_known AS elements_known, r.elements AS elements, r.not_comparable AS not_comparable,
       r.states AS states, r.themes AS themes, r.near_themes AS near_themes, r.types AS assistance,
       r.institutions AS institutions, r.undated AS undated, r.start_date AS start_date, r.end_date AS end_date,
       r.basis AS basis,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
