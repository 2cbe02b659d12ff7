// title    = "Partners in common"
// question = "Which partners take part in both of these programmes, and in which roles?"
// why      = """A partner in common may be a bridge, or only a donor to both: the roles tell. Says nothing of
// partners that no source names."""
// users    = ["analyst", "coordinator"]
// [params]
// a = { default = "programme/ct-travel", of = "Programme", help = "one programme" }
// b = { default = "programme/aircop", of = "Programme", help = "the other" }
// [columns]
// partner      = { is = "Partner.id" }
// partner_name = { names = "partner" }
// counted      = { is = "Partner.counted" }
// roles_in_a   = { type = "STRING[]", is = "TAKES_PART.role" }
// roles_in_b   = { type = "STRING[]", is = "TAKES_PART.role" }
// sources      = { type = "STRING[]", help = "documents that say so" }
// unverified   = { type = "INT64", help = "claims among these that were not seen in their source", unit = "claims" }
MATCH (a:Programme {id: $a})<-[r:TAKES_PART]-(o:Partner)
MATCH (b:Programme {id: $b})<-[q:TAKES_PART]-(o)
WITH o, collect(DISTINCT r.role) AS roles_in_a, collect(DISTINCT q.role) AS roles_in_b,
     collect(DISTINCT r.source) + collect(DISTINCT q.source) AS documents,
     count(DISTINCT CASE WHEN NOT r.verified THEN r.id END) + count(DISTINCT CASE WHEN NOT q.verified THEN q.id END) AS unverified
UNWIND documents AS document
RETURN o.id AS partner, o.name AS partner_name, o.counted AS counted, roles_in_a, roles_in_b,
       collect(DISTINCT document) AS sources, unverified
ORDER BY partner
