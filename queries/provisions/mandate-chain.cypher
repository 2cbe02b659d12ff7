// title    = "Mandate chain"
// question = "Which texts does this resolution rest on, and those on which others, in the verbs of the texts?"
// why      = """Follows what a text recalls, reaffirms, updates …, up to three steps back. Relations are those
// read so far: a text that is `cited_only` shows none of its own. That one text recalls another says nothing of
// whether either binds."""
// users    = ["analyst"]
// draw     = "network"
// [params]
// resolution = { default = "resolution/2396", of = "Resolution", help = "where the chain starts" }
// [columns]
// from         = { is = "Resolution.id" }
// from_symbol  = { is = "Resolution.symbol" }
// predicate    = { is = "REFERS_TO.predicate" }
// to           = { of = ["Resolution", "Provision", "Guideline"], help = "the text referred to" }
// to_name      = { names = "to" }
// source   = { is = "REFERS_TO.source" }
// locator  = { is = "REFERS_TO.locator" }
// verified = { is = "REFERS_TO.verified" }
// grade    = { is = "REFERS_TO.grade" }
// claim        = { is = "REFERS_TO.id" }
MATCH (s:Resolution {id: $resolution})
OPTIONAL MATCH (s)-[:REFERS_TO*1..2]->(m:Resolution)
WITH collect(DISTINCT m.id) AS reached
UNWIND reached + [$resolution] AS start
MATCH (a:Resolution {id: start})-[r:REFERS_TO]->(b)
RETURN DISTINCT a.id AS from, a.symbol AS from_symbol, r.predicate AS predicate, b.id AS to, b.name AS to_name,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
ORDER BY from, to, predicate, source, locator, claim
