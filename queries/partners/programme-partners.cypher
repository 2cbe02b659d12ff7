// title    = "Partners of a programme"
// question = "Who takes part in this programme, in which role, and which source says so?"
// why      = """One row a claim: where sources differ both show, the preferred first. `counts_as_provider` is
// false for facilitators and for a donor. A capacity consultation that CTED leads is not a programme that CTED
// leads: see `consultations-and-milestones`."""
// users    = ["analyst", "coordinator", "leadership"]
// order    = ["-preferred", "role", "partner", "source", "locator", "claim"]
// [params]
// programme = { default = "programme/ct-travel", of = "Programme", help = "which programme" }
// [columns]
// partner            = { is = "Partner.id" }
// partner_name       = { names = "partner" }
// acronym            = { is = "Partner.acronym" }
// role               = { is = "TAKES_PART.role", values = ["lead", "co-lead", "implementing-partner", "cooperating", "consulted", "donor"] }
// preferred          = { is = "TAKES_PART.preferred" }
// counts_as_provider = { type = "BOOLEAN", help = "whether this claim may be counted as provision of assistance" }
// source   = { is = "TAKES_PART.source" }
// locator  = { is = "TAKES_PART.locator" }
// verified = { is = "TAKES_PART.verified" }
// grade    = { is = "TAKES_PART.grade" }
// basis              = { is = "TAKES_PART.basis" }
// note               = { is = "TAKES_PART.note" }
// claim              = { is = "TAKES_PART.id" }
MATCH (p:Programme {id: $programme})<-[r:TAKES_PART]-(o:Partner)
RETURN o.id AS partner, o.name AS partner_name, o.acronym AS acronym, r.role AS role,
       coalesce(r.preferred, false) AS preferred, coalesce(o.counted, false) AND r.role <> 'donor' AS counts_as_provider,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade,
       r.basis AS basis, r.note AS note, r.id AS claim
ORDER BY preferred DESC, role, partner, source, locator, claim
