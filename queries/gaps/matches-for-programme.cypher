// title    = "Matches for a programme"
// question = "Which needs on record could this programme answer?"
// why      = """Only where it is among the first ten for a need: `place` says which. Only needs that were stated,
// requested, agreed or recommended and released to you; never ratings or items of an action plan. The State
// chooses: it is asked first. No match is no judgement of the programme: most needs are never published."""
// users    = ["coordinator", "analyst"]
// [params]
// programme = { default = "programme/ct-travel", of = "Programme", help = "which programme" }
// [columns]
// programme      = { is = "Programme.id" }
// need           = { is = "Need.id" }
// need_name      = { names = "need" }
// whose          = { of = ["State", "Area", "Region", "Partner"], help = "the State, region or organisation whose need it is" }
// whose_name     = { names = "whose" }
// specificity    = { is = "PUT_TO.specificity" }
// to_ask         = { is = "PUT_TO.to_ask" }
// place          = { is = "COULD_MEET.place" }
// strength       = { is = "COULD_MEET.strength" }
// via            = { is = "COULD_MEET.via", of = ["Provision", "Resolution", "Theme"] }
// via_name       = { names = "via" }
// presence       = { is = "COULD_MEET.presence" }
// score          = { is = "COULD_MEET.score" }
// elements_known = { is = "COULD_MEET.elements_known" }
// elements       = { is = "COULD_MEET.elements" }
// not_comparable = { is = "COULD_MEET.not_comparable" }
// safeguards     = { is = "COULD_MEET.safeguards" }
// observed           = { is = "Need.observed" }
// observed_precision = { is = "Need.observed_precision" }
// status         = { is = "Need.status" }
// sources_used   = { is = "COULD_MEET.sources_used" }
// sources_known  = { is = "COULD_MEET.sources_known" }
// rule   = { is = "COULD_MEET.rule" }
// inputs = { is = "COULD_MEET.inputs" }
// result = { is = "COULD_MEET.id" }
MATCH (p:Programme {id: $programme})-[m:COULD_MEET]->(n:Need)
MATCH (n)-[t:PUT_TO]->(o:State|Area|Region|Partner)
MATCH (v:Provision|Resolution|Theme)
WHERE v.id = m.via
RETURN p.id AS programme, n.id AS need, n.name AS need_name, o.id AS whose, o.name AS whose_name, t.specificity AS specificity, t.to_ask AS to_ask,
       m.place AS place, m.strength AS strength, v.id AS via, v.name AS via_name, m.presence AS presence, m.score AS score,
       m.elements_known AS elements_known, m.elements AS elements, m.not_comparable AS not_comparable,
       m.safeguards AS safeguards, n.observed AS observed, n.observed_precision AS observed_precision, n.status AS status,
       m.sources_used AS sources_used, m.sources_known AS sources_known, m.rule AS rule, m.inputs AS inputs, m.id AS result
ORDER BY programme, place, score DESC, need, whose, via, result
