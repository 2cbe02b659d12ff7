// title    = "Possible synergies"
// question = "Which two programmes could reinforce each other, in what way, and what shows it?"
// why      = """Always *possible*: structural, not a judgement. *sequence*: what one records usually comes before what the other records, and did, by deliveries in a State or by recorded
// periods. *shared_asset*: the same tool, guide, text cited or named institution. *complement*: open needs of one State that only one of them relates to, by theme.
// *bridge*: a partner in both; donors, facilitators and networks are none. Only pairs that share a State; parts of one joint programme are no pair."""
// users    = ["coordinator", "leadership"]
// [params]
// kind = { default = "bridge", help = "sequence, shared_asset, complement or bridge" }
// [columns]
// from           = { is = "Programme.id" }
// from_name      = { names = "from" }
// to             = { is = "Programme.id" }
// to_name        = { names = "to" }
// synergy        = { is = "SYNERGY.synergy" }
// basis          = { is = "SYNERGY.basis" }
// states         = { is = "SYNERGY.states", of = ["State"] }
// themes         = { is = "SYNERGY.themes", of = ["Theme"] }
// step_from      = { is = "SYNERGY.step_from" }
// step_to        = { is = "SYNERGY.step_to" }
// events         = { is = "SYNERGY.events", of = ["Activity", "Milestone", "Consultation"] }
// assets         = { is = "SYNERGY.assets", of = ["Programme", "Resolution", "Provision", "Institution"] }
// partners       = { is = "SYNERGY.partners", of = ["Partner"] }
// needs_from     = { is = "SYNERGY.needs_from", of = ["Need"] }
// needs_to       = { is = "SYNERGY.needs_to", of = ["Need"] }
// needs_on_record = { is = "SYNERGY.needs_on_record" }
// score          = { is = "SYNERGY.score", help = "of a complement: how much of what they relate to together only one relates to" }
// sources_used   = { is = "SYNERGY.sources_used" }
// sources_known  = { is = "SYNERGY.sources_known" }
// rule   = { is = "SYNERGY.rule" }
// result = { is = "SYNERGY.id" }
MATCH (a:Programme)-[r:SYNERGY]->(b:Programme)
WHERE r.synergy = $kind
RETURN a.id AS from, a.name AS from_name, b.id AS to, b.name AS to_name, r.synergy AS synergy, r.basis AS basis,
       r.states AS states, r.themes AS themes, r.step_from AS step_from, r.step_to AS step_to, r.events AS events,
       r.assets AS assets, r.partners AS partners, r.needs_from AS needs_from, r.needs_to AS needs_to,
       r.needs_on_record AS needs_on_record, r.score AS score,
       r.sources_used AS sources_used, r.sources_known AS sources_known, r.rule AS rule, r.id AS result
ORDER BY from, to, result
