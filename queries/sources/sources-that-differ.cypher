// title    = "Where sources differ"
// question = "Where do sources give a partner different roles in a programme, or name different leads?"
// why      = """Both claims show; which is shown first elsewhere follows a published rule. That a source does not
// name a partner is not a difference, except for the lead. Sources may speak of different years."""
// users    = ["analyst", "custodian"]
// order    = ["programme", "differs", "partner", "role", "source", "locator", "claim"]
// [columns]
// programme      = { is = "Programme.id" }
// programme_name = { names = "programme" }
// differs        = { type = "STRING", values = ["who leads", "role"], help = "what the sources differ on" }
// partner        = { is = "Partner.id" }
// partner_name   = { names = "partner" }
// role           = { is = "TAKES_PART.role" }
// preferred      = { is = "TAKES_PART.preferred" }
// source   = { is = "TAKES_PART.source" }
// locator  = { is = "TAKES_PART.locator" }
// verified = { is = "TAKES_PART.verified" }
// grade    = { is = "TAKES_PART.grade" }
// claim          = { is = "TAKES_PART.id" }
MATCH (p:Programme)<-[r:TAKES_PART]-(o:Partner)
MATCH (o)-[q:TAKES_PART]->(p)
WHERE r.role <> q.role AND r.source <> q.source
RETURN p.id AS programme, p.name AS programme_name, 'role' AS differs, o.id AS partner, o.name AS partner_name,
       r.role AS role, coalesce(r.preferred, false) AS preferred,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
UNION
MATCH (p:Programme)<-[r:TAKES_PART]-(o:Partner)
WHERE r.role IN ['lead', 'co-lead']
MATCH (p)<-[q:TAKES_PART]-(l:Partner)
WHERE q.role IN ['lead', 'co-lead'] AND l.id <> o.id AND q.source <> r.source
  AND NOT EXISTS { MATCH (l)-[k:TAKES_PART]->(p) WHERE k.source = r.source AND k.role IN ['lead', 'co-lead'] }
WITH p, collect(DISTINCT r.id) + collect(DISTINCT q.id) AS claims
UNWIND claims AS wanted
MATCH (p)<-[r:TAKES_PART {id: wanted}]-(o:Partner)
RETURN p.id AS programme, p.name AS programme_name, 'who leads' AS differs, o.id AS partner, o.name AS partner_name,
       r.role AS role, coalesce(r.preferred, false) AS preferred,
       r.source AS source, r.locator AS locator, r.verified AS verified, r.grade AS grade, r.id AS claim
