// title    = "Referred to by"
// question = "Which texts refer to this resolution, in which verb?"
// why      = "Relations are those read so far. One step only."
// users    = ["analyst"]
// draw     = "network"
// [params]
// resolution = { default = "resolution/1373", of = "Resolution", help = "which resolution" }
// [columns]
// from        = { of = ["Resolution", "Guideline"], help = "the text that refers to it" }
// from_name   = { names = "from" }
// predicate   = { is = "REFERS_TO.predicate" }
// to          = { is = "Resolution.id" }
// to_symbol   = { is = "Resolution.symbol" }
// source   = { is = "REFERS_TO.source" }
// locator  = { is = "REFERS_TO.locator" }
// verified = { is = "REFERS_TO.verified" }
// grade    = { is = "REFERS_TO.grade" }
// claim       = { is = "REFERS_TO.id" }
MATCH (b:Resolution {id: $resolution})<-[r:REFERS_TO]-(a)
RETURN a.id AS from, a.name AS from_name, r.predicate AS predicate, b.id AS to, b.symbol AS to_symbol,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
ORDER BY from, to, predicate, source, locator, claim
