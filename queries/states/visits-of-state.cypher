// title    = "Visits to a State"
// question = "Which visits of the Committee to this State were announced in public?"
// why      = """CTED visits on behalf of the Committee. Only visits that were announced; no kind is shown as seen
// unless `kind_verified`. What a visit found is confidential unless the State agreed to release it. Bodies that
// are not named are *not seen*."""
// users    = ["analyst", "coordinator", "focal point"]
// draw     = "timeline"
// [params]
// state = { default = "state/NGA", of = "State", help = "which State" }
// [columns]
// visit           = { is = "Visit.id" }
// visit_name      = { names = "visit" }
// start_date      = { is = "Visit.start_date" }
// start_precision = { is = "Visit.start_precision" }
// end_date        = { is = "Visit.end_date" }
// end_precision   = { is = "Visit.end_precision" }
// kind            = { is = "Visit.kind" }
// kind_verified   = { is = "Visit.kind_verified" }
// mode            = { is = "Visit.mode" }
// on_behalf_of    = { is = "Visit.on_behalf_of" }
// participants    = { is = "Visit.participants" }
// source   = { is = "VISITED.source" }
// locator  = { is = "VISITED.locator" }
// verified = { is = "VISITED.verified" }
// grade    = { is = "VISITED.grade" }
// note            = { is = "Visit.note" }
// claim           = { is = "VISITED.id" }
MATCH (s:State {id: $state})<-[r:VISITED]-(v:Visit)
RETURN v.id AS visit, v.name AS visit_name, v.start_date AS start_date, v.start_precision AS start_precision,
       v.end_date AS end_date, v.end_precision AS end_precision, v.kind AS kind, v.kind_verified AS kind_verified,
       v.mode AS mode, v.on_behalf_of AS on_behalf_of, v.participants AS participants,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, v.note AS note, r.id AS claim
ORDER BY start_date DESC, visit, source, locator, claim
