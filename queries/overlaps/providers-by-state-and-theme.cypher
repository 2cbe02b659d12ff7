// title    = "Providers by State and theme"
// question = "How many providers are on record for each State and theme, and how much does that count rest on?"
// why      = """Plain counts of what public sources name, not of what exists: whoever publishes most looks
// biggest. `sources` and `verified_programmes` say how much a count rests on. A partner of a programme is counted
// wherever the programme is placed: whether it works in that State itself is not recorded. More than one provider
// is *fragmentation* in GAO's neutral sense, never waste. Facilitators and those who only fund are not counted;
// nor are offers to a region or the world. A pair that is not listed is *not on record*, not *without assistance*."""
// users    = ["coordinator", "leadership"]
// [params]
// at_least = { type = "INT64", default = 3, help = "providers, at the least" }
// [columns]
// state               = { is = "State.id" }
// state_name          = { names = "state" }
// theme               = { is = "Theme.id" }
// theme_name          = { names = "theme" }
// providers           = { type = "INT64", help = "partners of these programmes whose role is more than funding; which of them works in this State is not recorded", unit = "partners" }
// programmes          = { type = "INT64", help = "programmes", unit = "programmes" }
// verified_programmes = { type = "INT64", help = "programmes whose presence in the State was seen in its source", unit = "programmes" }
// sources             = { type = "INT64", help = "different documents that place them in the State", unit = "documents" }
// provider_ids        = { type = "STRING[]", is = "Partner.id" }
// provider_names      = { names = "provider_ids" }
// programme_ids       = { type = "STRING[]", is = "Programme.id" }
// programme_names     = { names = "programme_ids" }
MATCH (s:State)<-[a:ASSISTS]-(p:Programme)
WHERE p.kind = 'programme'
MATCH (p)-[:CONCERNS]->(t:Theme)
MATCH (p)<-[r:TAKES_PART]-(o:Partner)
WHERE o.counted AND r.role <> 'donor'
WITH s, t, count(DISTINCT o.id) AS providers, count(DISTINCT p.id) AS programmes,
     count(DISTINCT CASE WHEN a.verified THEN p.id END) AS verified_programmes, count(DISTINCT a.source) AS sources,
     collect(DISTINCT o.id) AS provider_ids, collect(DISTINCT o.name) AS provider_names,
     collect(DISTINCT p.id) AS programme_ids, collect(DISTINCT p.name) AS programme_names
WHERE providers >= $at_least
RETURN s.id AS state, s.name AS state_name, t.id AS theme, t.name AS theme_name, providers, programmes,
       verified_programmes, sources, provider_ids, provider_names, programme_ids, programme_names
ORDER BY state, theme
