// title    = "Programmes for a need"
// question = "Which programmes could this need be put to, and how strong is the link that the sources carry?"
// why      = """Proposals to be checked, not matches: the State chooses. *stated*: need and programme cite the
// same paragraph; *resolution*: the same resolution; *theme*: both are about one theme, which is our inference,
// and which almost all links are. Before an offer see `check_first`: it lists checks by theme and is not complete.
// A programme that is neither in the State nor offered to it may still be available; presence elsewhere is not
// presence here. A need on non-profit organisations is not put to programmes of supervision or enforcement."""
// users    = ["coordinator", "focal point"]
// order    = ["strength", "-in_state", "-offered", "programme", "through", "source", "locator", "claim"]
// [params]
// need = { default = "need/0492", of = "Need", help = "which need" }
// [columns]
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// strength       = { type = "STRING", values = ["stated", "resolution", "theme"], help = "how strong the link is" }
// through        = { of = ["Provision", "Resolution", "Theme"], help = "the paragraph, resolution or theme that links them" }
// through_name   = { names = "through" }
// in_state       = { type = "BOOLEAN", help = "whether a source places the programme in the State of the need" }
// offered        = { type = "BOOLEAN", help = "whether it is offered to a region that holds it, or to the world: available on request, presence not known" }
// themes         = { type = "STRING[]", is = "Theme.id", help = "themes of the need" }
// check_first    = { checks = "themes", help = "what must be checked before an offer" }
// source   = { is = "IMPLEMENTS.source" }
// locator  = { is = "IMPLEMENTS.locator" }
// verified = { is = "IMPLEMENTS.verified" }
// grade    = { is = "IMPLEMENTS.grade" }
// claim          = { is = "IMPLEMENTS.id" }
MATCH (n:Need {id: $need})
OPTIONAL MATCH (n)-[:NEED_OF]->(x:State|Region)
OPTIONAL MATCH (x)-[:IN_REGION*1..4]->(g:Region)
OPTIONAL MATCH (n)-[:CONCERNS]->(c:Theme)
WITH n, collect(DISTINCT x.id) + collect(DISTINCT g.id) AS places, collect(DISTINCT c.id) AS themes, collect(DISTINCT c.id) AS check_first
MATCH (n)-[:NEEDED_UNDER]->(v:Provision)
MATCH (v)<-[i:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN p.id AS programme, p.name AS programme_name, 'stated' AS strength, v.id AS through, v.name AS through_name,
       EXISTS { MATCH (p)-[:ASSISTS]->(s:State) WHERE s.id IN places } AS in_state,
       EXISTS { MATCH (p)-[:ASSISTS]->(h:Region) WHERE h.id IN places } AS offered, themes, check_first,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (n:Need {id: $need})
OPTIONAL MATCH (n)-[:NEED_OF]->(x:State|Region)
OPTIONAL MATCH (x)-[:IN_REGION*1..4]->(g:Region)
OPTIONAL MATCH (n)-[:CONCERNS]->(c:Theme)
WITH n, collect(DISTINCT x.id) + collect(DISTINCT g.id) AS places, collect(DISTINCT c.id) AS themes, collect(DISTINCT c.id) AS check_first
MATCH (n)-[:NEEDED_UNDER]->(r:Resolution)
MATCH (r)<-[i:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN p.id AS programme, p.name AS programme_name, 'resolution' AS strength, r.id AS through, r.name AS through_name,
       EXISTS { MATCH (p)-[:ASSISTS]->(s:State) WHERE s.id IN places } AS in_state,
       EXISTS { MATCH (p)-[:ASSISTS]->(h:Region) WHERE h.id IN places } AS offered, themes, check_first,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (n:Need {id: $need})
OPTIONAL MATCH (n)-[:NEED_OF]->(x:State|Region)
OPTIONAL MATCH (x)-[:IN_REGION*1..4]->(g:Region)
OPTIONAL MATCH (n)-[:CONCERNS]->(c:Theme)
WITH n, collect(DISTINCT x.id) + collect(DISTINCT g.id) AS places, collect(DISTINCT c.id) AS themes, collect(DISTINCT c.id) AS check_first
MATCH (n)-[:NEEDED_UNDER]->(v:Provision)<-[:HAS_PROVISION]-(r:Resolution)
MATCH (r)<-[i:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN p.id AS programme, p.name AS programme_name, 'resolution' AS strength, r.id AS through, r.name AS through_name,
       EXISTS { MATCH (p)-[:ASSISTS]->(s:State) WHERE s.id IN places } AS in_state,
       EXISTS { MATCH (p)-[:ASSISTS]->(h:Region) WHERE h.id IN places } AS offered, themes, check_first,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (n:Need {id: $need})
OPTIONAL MATCH (n)-[:NEED_OF]->(x:State|Region)
OPTIONAL MATCH (x)-[:IN_REGION*1..4]->(g:Region)
OPTIONAL MATCH (n)-[:CONCERNS]->(c:Theme)
WITH n, collect(DISTINCT x.id) + collect(DISTINCT g.id) AS places, collect(DISTINCT c.id) AS themes, collect(DISTINCT c.id) AS check_first
MATCH (n)-[:NEEDED_UNDER]->(r:Resolution)-[:HAS_PROVISION]->(v:Provision)
MATCH (v)<-[i:IMPLEMENTS]-(p:Programme)
WHERE p.kind = 'programme'
RETURN p.id AS programme, p.name AS programme_name, 'resolution' AS strength, v.id AS through, v.name AS through_name,
       EXISTS { MATCH (p)-[:ASSISTS]->(s:State) WHERE s.id IN places } AS in_state,
       EXISTS { MATCH (p)-[:ASSISTS]->(h:Region) WHERE h.id IN places } AS offered, themes, check_first,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
UNION
MATCH (n:Need {id: $need})
OPTIONAL MATCH (n)-[:NEED_OF]->(x:State|Region)
OPTIONAL MATCH (x)-[:IN_REGION*1..4]->(g:Region)
OPTIONAL MATCH (n)-[:CONCERNS]->(c:Theme)
WITH n, collect(DISTINCT x.id) + collect(DISTINCT g.id) AS places, collect(DISTINCT c.id) AS themes, collect(DISTINCT c.id) AS check_first
MATCH (n)-[:CONCERNS]->(t:Theme)
MATCH (t)<-[i:CONCERNS]-(p:Programme)
WHERE p.kind = 'programme' AND NOT ('theme/non-profit-organisations' IN themes AND EXISTS { MATCH (p)-[:CONCERNS]->(e:Theme)
      WHERE e.id IN ['theme/aml-cft-supervision', 'theme/law-enforcement', 'theme/tf-investigation-prosecution'] })
RETURN p.id AS programme, p.name AS programme_name, 'theme' AS strength, t.id AS through, t.name AS through_name,
       EXISTS { MATCH (p)-[:ASSISTS]->(s:State) WHERE s.id IN places } AS in_state,
       EXISTS { MATCH (p)-[:ASSISTS]->(h:Region) WHERE h.id IN places } AS offered, themes, check_first,
       i.source AS source, i.locator AS locator, i.verified AS verified, i.grade AS grade, i.id AS claim
