// title    = "A partner"
// question = "What is on record about this partner?"
// why      = """`counted` says whether it may be counted as a provider where its role is more than funding. The
// Committee, CTED and networks facilitate, assess or coordinate: they are never counted."""
// users    = ["analyst", "coordinator", "leadership"]
// [params]
// partner = { default = "partner/cted", of = "Partner", help = "which partner" }
// [columns]
// partner        = { is = "Partner.id" }
// partner_name   = { names = "partner" }
// acronym        = { is = "Partner.acronym" }
// kind           = { is = "Partner.kind" }
// part           = { is = "Partner.part" }
// counted        = { is = "Partner.counted" }
// active         = { is = "Partner.active" }
// homepage       = { is = "Partner.homepage" }
// aliases        = { is = "Partner.aliases" }
// part_of        = { type = "STRING[]", is = "Partner.id" }
// part_of_names  = { names = "part_of" }
// networks       = { type = "STRING[]", is = "Partner.id" }
// network_names  = { names = "networks" }
// states         = { type = "STRING[]", is = "State.id", help = "the State whose government or authority it is" }
// state_names    = { names = "states" }
// programmes     = { type = "INT64", help = "programmes in which a source gives it a role" }
// basis       = { is = "Partner.basis", help = "the passage on which its part rests" }
// note           = { is = "Partner.note" }
// source   = { is = "Partner.source" }
// locator  = { is = "Partner.locator" }
// verified = { is = "Partner.verified" }
// grade    = { is = "Partner.grade" }
MATCH (p:Partner {id: $partner})
OPTIONAL MATCH (p)-[:PART_OF]->(w:Partner)
WITH p, collect(DISTINCT w.id) AS part_of, collect(DISTINCT w.name) AS part_of_names
OPTIONAL MATCH (p)-[:MEMBER_OF]->(n:Partner)
WITH p, part_of, part_of_names, collect(DISTINCT n.id) AS networks, collect(DISTINCT n.name) AS network_names
OPTIONAL MATCH (p)-[:GOVERNMENT_OF]->(s:State)
WITH p, part_of, part_of_names, networks, network_names,
     collect(DISTINCT s.id) AS states, collect(DISTINCT s.name) AS state_names
OPTIONAL MATCH (p)-[:TAKES_PART]->(g:Programme)
WHERE g.kind = 'programme'
RETURN p.id AS partner, p.name AS partner_name, p.acronym AS acronym, p.kind AS kind, p.part AS part,
       p.counted AS counted, p.active AS active, p.homepage AS homepage, p.aliases AS aliases,
       part_of, part_of_names, networks, network_names, states, state_names, count(DISTINCT g.id) AS programmes,
       p.basis AS basis, p.note AS note, p.source AS source, p.locator AS locator, p.verified AS verified, p.grade AS grade
ORDER BY partner
