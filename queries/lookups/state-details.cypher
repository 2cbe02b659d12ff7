// title    = "A State"
// question = "Under which name and codes is this State on record, and where does it lie?"
// why      = """Names are those of the United Nations. CTED's sub-regions and the LDC, LLDC and SIDS flags are
// unverified. Says nothing of the State's record in countering terrorism: that is for the Committee alone."""
// users    = ["analyst", "coordinator", "leadership", "focal point"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// state        = { is = "State.id" }
// state_name   = { names = "state" }
// kind         = { is = "State.kind" }
// iso2         = { is = "State.iso2" }
// iso3         = { is = "State.iso3" }
// m49          = { is = "State.m49" }
// member_since = { is = "State.member_since" }
// ldc          = { is = "State.ldc" }
// lldc         = { is = "State.lldc" }
// sids         = { is = "State.sids" }
// cted_confidence = { is = "State.cted_confidence" }
// regions      = { type = "STRING[]", is = "Region.id" }
// region_names = { names = "regions" }
// note         = { is = "State.note" }
// source   = { is = "State.source" }
// locator  = { is = "State.locator" }
// verified = { is = "State.verified" }
// grade    = { is = "State.grade" }
MATCH (s:State {id: $state})
OPTIONAL MATCH (s)-[:IN_REGION]->(g:Region)
RETURN s.id AS state, s.name AS state_name, s.kind AS kind, s.iso2 AS iso2, s.iso3 AS iso3, s.m49 AS m49,
       s.member_since AS member_since, s.ldc AS ldc, s.lldc AS lldc, s.sids AS sids,
       s.cted_confidence AS cted_confidence, collect(DISTINCT g.id) AS regions, collect(DISTINCT g.name) AS region_names,
       s.note AS note, s.source AS source, s.locator AS locator, s.verified AS verified, s.grade AS grade
ORDER BY state
