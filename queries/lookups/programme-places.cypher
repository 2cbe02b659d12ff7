// title    = "Where a programme works"
// question = "Which States, areas and regions does this programme assist, by which source?"
// why      = """A programme without a State on record is *available on request, presence not known*. A region or
// the world is an offer and says nothing of presence in any State."""
// users    = ["analyst", "coordinator"]
// order    = ["relation", "place", "source", "locator", "claim"]
// [params]
// programme = { default = "programme/ct-travel", of = "Programme", help = "which programme" }
// [columns]
// place      = { of = ["State", "Area", "Region"], help = "the State, area or region" }
// place_name = { names = "place" }
// place_is_a = { type = "STRING", help = "State, Area or Region" }
// relation   = { is = "ASSISTS.relation" }
// source   = { is = "ASSISTS.source" }
// locator  = { is = "ASSISTS.locator" }
// verified = { is = "ASSISTS.verified" }
// grade    = { is = "ASSISTS.grade" }
// note       = { is = "ASSISTS.note" }
// claim      = { is = "ASSISTS.id" }
MATCH (p:Programme {id: $programme})-[a:ASSISTS]->(s:State|Area|Region)
RETURN s.id AS place, s.name AS place_name, s.is_a AS place_is_a, a.relation AS relation, a.source AS source,
       a.locator AS locator, a.verified AS verified, a.grade AS grade, a.note AS note, a.id AS claim
ORDER BY relation, place, source, locator, claim
