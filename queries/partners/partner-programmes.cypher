// title    = "Programmes of a partner"
// question = "In which programmes does this partner take part, in which role, and which source says so?"
// why      = """One row a claim. Only those of kind *programme* are counted as programmes; tools, networks and
// strategies stand beside them. No end on record is *time not known*."""
// users    = ["analyst", "coordinator"]
// order    = ["programme", "-preferred", "role", "source", "locator", "claim"]
// [params]
// partner = { default = "partner/unoct", of = "Partner", help = "which partner" }
// [columns]
// programme       = { is = "Programme.id" }
// programme_name  = { names = "programme" }
// kind            = { is = "Programme.kind" }
// role            = { is = "TAKES_PART.role", values = ["lead", "co-lead", "implementing-partner", "cooperating", "consulted", "donor"] }
// preferred       = { is = "TAKES_PART.preferred" }
// start_date      = { is = "Programme.start_date" }
// start_precision = { is = "Programme.start_precision" }
// end_date        = { is = "Programme.end_date" }
// end_precision   = { is = "Programme.end_precision" }
// source   = { is = "TAKES_PART.source" }
// locator  = { is = "TAKES_PART.locator" }
// verified = { is = "TAKES_PART.verified" }
// grade    = { is = "TAKES_PART.grade" }
// claim           = { is = "TAKES_PART.id" }
MATCH (o:Partner {id: $partner})-[r:TAKES_PART]->(p:Programme)
RETURN p.id AS programme, p.name AS programme_name, p.kind AS kind, r.role AS role,
       coalesce(r.preferred, false) AS preferred, p.start_date AS start_date, p.start_precision AS start_precision,
       p.end_date AS end_date, p.end_precision AS end_precision,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
ORDER BY programme, preferred DESC, role, source, locator, claim
