// title    = "Assistance with no need recorded"
// question = "Where do sources record assistance on a theme on which no need of that State is on record?"
// why      = """No need recorded is not *not needed*: most needs are never published. Only programmes that a
// source places in the State. Themes are compared as they are, and with their broader and narrower ones."""
// users    = ["coordinator"]
// [params]
// at_least = { type = "INT64", default = 2, help = "programmes on the theme in the State, at the least" }
// [columns]
// state           = { is = "State.id" }
// state_name      = { names = "state" }
// theme           = { is = "Theme.id" }
// theme_name      = { names = "theme" }
// programmes      = { type = "INT64", help = "programmes on record", unit = "programmes" }
// sources         = { type = "INT64", help = "different documents that place them in the State", unit = "documents" }
// programme_ids   = { type = "STRING[]", is = "Programme.id" }
// programme_names = { names = "programme_ids" }
MATCH (s:State)<-[a:ASSISTS]-(p:Programme)
WHERE p.kind = 'programme'
MATCH (p)-[:CONCERNS]->(t:Theme)
WITH s, t, count(DISTINCT p.id) AS programmes, count(DISTINCT a.source) AS sources,
     collect(DISTINCT p.id) AS programme_ids, collect(DISTINCT p.name) AS programme_names
WHERE programmes >= $at_least
OPTIONAL MATCH (s)<-[:NEED_OF]-(n:Need)-[:CONCERNS]->(x:Theme)
WHERE x.id = t.id OR EXISTS { MATCH (x)-[:BROADER]-(t) }
WITH s, t, programmes, sources, programme_ids, programme_names, count(DISTINCT n.id) AS needs
WHERE needs = 0
RETURN s.id AS state, s.name AS state_name, t.id AS theme, t.name AS theme_name, programmes, sources,
       programme_ids, programme_names
ORDER BY state, theme
