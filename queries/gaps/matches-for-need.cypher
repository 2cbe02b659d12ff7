// title    = "Matches for a need"
// question = "Which programmes could answer this need, by which path, and what is known and not known of the fit?"
// why      = """Proposals, best first: the State chooses, and nothing is offered before the safeguards are
// checked. A part that a record does not give is *not comparable* and never zero; the score is the weighted mean
// of the parts that are known (data/analysis.toml). *theme* is our inference, and almost all links are. Set aside
// before: what has ended, what nobody on record provides, what is on record elsewhere only. A programme that is
// offered is available on request, presence not known."""
// users    = ["coordinator", "focal point"]
// [params]
// need = { default = "need/0492", of = "Need", help = "which need" }
// [columns]
// need           = { is = "Need.id" }
// place          = { is = "COULD_MEET.place" }
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// strength       = { is = "COULD_MEET.strength" }
// via            = { is = "COULD_MEET.via", of = ["Provision", "Resolution", "Theme"] }
// via_name       = { names = "via" }
// via_programme  = { is = "COULD_MEET.via_programme", of = ["Provision", "Resolution", "Theme"] }
// via_programme_name = { names = "via_programme" }
// presence       = { is = "COULD_MEET.presence" }
// score          = { is = "COULD_MEET.score" }
// provision      = { is = "COULD_MEET.provision" }
// resolution     = { is = "COULD_MEET.resolution" }
// theme          = { is = "COULD_MEET.theme" }
// assistance     = { is = "COULD_MEET.type" }
// region         = { is = "COULD_MEET.region" }
// past           = { is = "COULD_MEET.past" }
// period         = { is = "COULD_MEET.time" }
// elements_known = { is = "COULD_MEET.elements_known" }
// elements       = { is = "COULD_MEET.elements" }
// not_comparable = { is = "COULD_MEET.not_comparable" }
// safeguards     = { is = "COULD_MEET.safeguards" }
// sources_used   = { is = "COULD_MEET.sources_used" }
// sources_known  = { is = "COULD_MEET.sources_known" }
// need_source      = { is = "Need.source" }
// programme_source = { is = "Programme.source" }
// rule   = { is = "COULD_MEET.rule" }
// inputs = { is = "COULD_MEET.inputs" }
// result = { is = "COULD_MEET.id" }
MATCH (n:Need {id: $need})<-[m:COULD_MEET]-(p:Programme)
MATCH (v:Provision|Resolution|Theme)
WHERE v.id = m.via
MATCH (w:Provision|Resolution|Theme)
WHERE w.id = m.via_programme
RETURN n.id AS need, m.place AS place, p.id AS programme, p.name AS programme_name, m.strength AS strength,
       v.id AS via, v.name AS via_name, w.id AS via_programme, w.name AS via_programme_name,
       m.presence AS presence, m.score AS score, m.provision AS provision, m.resolution AS resolution, m.theme AS theme,
       m.type AS assistance, m.region AS region, m.past AS past, m.time AS period,
       m.elements_known AS elements_known, m.elements AS elements, m.not_comparable AS not_comparable,
       m.safeguards AS safeguards, m.sources_used AS sources_used, m.sources_known AS sources_known,
       n.source AS need_source, p.source AS programme_source, m.rule AS rule, m.inputs AS inputs, m.id AS result
ORDER BY need, place, programme, via, via_programme, result
