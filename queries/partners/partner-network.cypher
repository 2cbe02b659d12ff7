// title    = "Partner network"
// question = "With whom does this partner work, in which programmes, and to what does it belong?"
// why      = """Shows the claims on record: who takes part in the same programmes, in which role, and memberships.
// Reaches one programme far. To take part is not to provide: facilitators and those who only fund are drawn with
// their own roles."""
// users    = ["analyst", "leadership"]
// draw     = "network"
// order    = ["to", "from", "edge", "role", "source", "locator", "claim"]
// [params]
// partner = { default = "partner/cted", of = "Partner", help = "the partner in the middle" }
// [columns]
// from      = { is = "Partner.id" }
// from_name = { names = "from" }
// from_kind = { is = "Partner.kind" }
// edge      = { type = "STRING", help = "TAKES_PART, MEMBER_OF or PART_OF" }
// role      = { type = "STRING", help = "role in the programme, or standing in the network" }
// to        = { of = ["Programme", "Partner"], help = "the programme, network or parent" }
// to_name   = { names = "to" }
// to_kind   = { type = "STRING", help = "its kind" }
// source   = { is = "TAKES_PART.source" }
// locator  = { is = "TAKES_PART.locator" }
// verified = { is = "TAKES_PART.verified" }
// grade    = { is = "TAKES_PART.grade" }
// claim     = { is = "TAKES_PART.id" }
MATCH (me:Partner {id: $partner})-[:TAKES_PART]->(p:Programme)
WITH DISTINCT p
MATCH (o:Partner)-[r:TAKES_PART]->(p)
RETURN o.id AS from, o.name AS from_name, o.kind AS from_kind, r.kind AS edge, r.role AS role,
       p.id AS to, p.name AS to_name, p.kind AS to_kind,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (o:Partner {id: $partner})-[r:MEMBER_OF|PART_OF]->(p:Partner)
RETURN o.id AS from, o.name AS from_name, o.kind AS from_kind, r.kind AS edge, r.standing AS role,
       p.id AS to, p.name AS to_name, p.kind AS to_kind,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (p:Partner {id: $partner})<-[r:MEMBER_OF|PART_OF]-(o:Partner)
RETURN o.id AS from, o.name AS from_name, o.kind AS from_kind, r.kind AS edge, r.standing AS role,
       p.id AS to, p.name AS to_name, p.kind AS to_kind,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
