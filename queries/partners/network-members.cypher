// title    = "Members of a network"
// question = "Who is a member or an observer of this network?"
// why      = """Membership as sources record it. For the Compact 48 candidates are on record, of which few were
// seen in a source; the official count was 46 in March 2024."""
// users    = ["analyst", "leadership"]
// [params]
// network = { default = "partner/gctc-compact", of = "Partner", help = "which network" }
// [columns]
// member      = { is = "Partner.id" }
// member_name = { names = "member" }
// kind        = { is = "Partner.kind" }
// standing    = { is = "MEMBER_OF.standing" }
// source   = { is = "MEMBER_OF.source" }
// locator  = { is = "MEMBER_OF.locator" }
// verified = { is = "MEMBER_OF.verified" }
// grade    = { is = "MEMBER_OF.grade" }
// note        = { is = "MEMBER_OF.note" }
// claim       = { is = "MEMBER_OF.id" }
MATCH (n:Partner {id: $network})<-[r:MEMBER_OF]-(m:Partner)
RETURN m.id AS member, m.name AS member_name, m.kind AS kind, r.standing AS standing, r.source AS source,
       r.locator AS locator, r.verified AS verified, r.grade AS grade, r.note AS note, r.id AS claim
ORDER BY standing, member, source, locator, claim
