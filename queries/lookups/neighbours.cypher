// title    = "Neighbours"
// question = "What do the sources say directly about these: which claims join them to something else?"
// why      = """Shows each claim that joins one of the given nodes to another, and nothing further away. Kinds of
// assistance and regions are left out: almost everything shares them."""
// users    = ["analyst"]
// draw     = "network"
// order    = ["from", "edge", "to", "role", "source", "locator", "claim"]
// [params]
// ids = { type = "STRING[]", default = ["programme/ct-travel"], of = ["Partner", "Programme", "State", "Resolution", "Provision", "Guideline", "Theme", "Need", "Activity", "Institution", "Area", "Visit", "Consultation", "Milestone"], help = "ids, separated by commas" }
// [columns]
// from      = { of = ["Partner", "Programme", "State", "Resolution", "Provision", "Guideline", "Theme", "Need", "Activity", "Institution", "Area", "Visit", "Consultation", "Milestone"], help = "what the claim starts from" }
// from_name = { names = "from" }
// edge      = { type = "STRING", help = "type of the claim, e.g. TAKES_PART" }
// role      = { is = "TAKES_PART.role" }
// to        = { of = ["Partner", "Programme", "State", "Resolution", "Provision", "Guideline", "Theme", "Need", "Activity", "Institution", "Area", "Visit", "Consultation", "Milestone"], help = "what it goes to" }
// to_name   = { names = "to" }
// source   = { is = "TAKES_PART.source" }
// locator  = { is = "TAKES_PART.locator" }
// verified = { is = "TAKES_PART.verified" }
// grade    = { is = "TAKES_PART.grade" }
// claim     = { is = "TAKES_PART.id" }
MATCH (a)-[r:TAKES_PART|MEMBER_OF|PART_OF|GOVERNMENT_OF|ASSISTS|IMPLEMENTS|HAS_PROVISION|REFERS_TO|GUIDES|CONCERNS|BROADER|NEED_OF|NEEDED_UNDER|UNDER|HELD_FOR|WITH_INSTITUTION|VISITED|JOINED]->(b)
WHERE a.id IN $ids AND b.is_a <> 'Region'
RETURN a.id AS from, a.name AS from_name, r.kind AS edge, r.role AS role, b.id AS to, b.name AS to_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (a)-[r:TAKES_PART|MEMBER_OF|PART_OF|GOVERNMENT_OF|ASSISTS|IMPLEMENTS|HAS_PROVISION|REFERS_TO|GUIDES|CONCERNS|BROADER|NEED_OF|NEEDED_UNDER|UNDER|HELD_FOR|WITH_INSTITUTION|VISITED|JOINED]->(b)
WHERE b.id IN $ids AND a.is_a <> 'Region'
RETURN a.id AS from, a.name AS from_name, r.kind AS edge, r.role AS role, b.id AS to, b.name AS to_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
