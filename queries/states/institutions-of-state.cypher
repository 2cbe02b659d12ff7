// title    = "Institutions of a State"
// question = "Which institutions of this State worked with which programmes and providers?"
// why      = """Only deliveries that name an institution, or its type (*type*): most name none, and no institution
// recorded is not *the same institution*. Providers are those of the programme, not of the single delivery;
// facilitators and donors are left out."""
// users    = ["analyst", "coordinator", "focal point"]
// [params]
// state = { default = "state/CIV", of = "State", help = "which State" }
// [columns]
// institution      = { is = "Institution.id" }
// institution_name = { names = "institution" }
// kind             = { is = "Institution.kind" }
// programme        = { is = "Programme.id" }
// programme_name   = { names = "programme" }
// providers        = { type = "STRING[]", is = "Partner.id" }
// provider_names   = { names = "providers" }
// activities       = { type = "INT64", help = "deliveries on record", unit = "deliveries" }
// first            = { type = "DATE", is = "Activity.start_date", help = "first possible day of the first dated delivery" }
// last             = { type = "DATE", is = "Activity.start_date", help = "first possible day of the last dated delivery" }
// sources          = { type = "STRING[]", help = "documents that name the institution" }
// unverified       = { type = "INT64", help = "deliveries among these that were not seen in their source", unit = "deliveries" }
MATCH (s:State {id: $state})<-[:LOCATED_IN]-(i:Institution)
MATCH (i)<-[r:WITH_INSTITUTION]-(a:Activity)-[:UNDER]->(p:Programme)
OPTIONAL MATCH (o:Partner)-[k:TAKES_PART]->(p)
WHERE o.counted AND k.role <> 'donor'
RETURN i.id AS institution, i.name AS institution_name, i.kind AS kind, p.id AS programme, p.name AS programme_name,
       collect(DISTINCT o.id) AS providers, collect(DISTINCT o.name) AS provider_names,
       count(DISTINCT a.id) AS activities, min(a.start_date) AS first, max(a.start_date) AS last,
       collect(DISTINCT r.source) AS sources, count(DISTINCT CASE WHEN NOT r.verified THEN a.id END) AS unverified
ORDER BY institution, programme
