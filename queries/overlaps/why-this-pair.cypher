// title    = "Why this pair"
// question = "On which claims does what is derived about these two programmes rest, and which document makes each?"
// why      = """Every overlap and synergy between the two, claim by claim: where, on what, with which kind of help, by whom. Needs behind a complement are listed by
// `synergy-candidates`. A claim may carry several results. What no source says is not here: that is what *not comparable* means."""
// users    = ["analyst", "coordinator", "custodian"]
// order    = ["kind", "label", "result", "claim_type", "from", "to", "source", "locator", "claim"]
// [params]
// a = { default = "programme/salw-nexus", of = "Programme", help = "one programme" }
// b = { default = "programme/wco-central-asia", of = "Programme", help = "the other" }
// [columns]
// result       = { is = "OVERLAPS.id" }
// kind         = { is = "OVERLAPS.kind" }
// label        = { is = "OVERLAPS.label", help = "label of the overlap, or kind of synergy" }
// score        = { is = "OVERLAPS.score" }
// rule         = { is = "OVERLAPS.rule" }
// claim_type   = { is = "ASSISTS.kind", help = "type of the claim" }
// from         = { of = ["Programme", "Activity", "Partner", "Milestone", "Consultation"], help = "what the claim starts from" }
// from_name    = { names = "from" }
// to           = { of = ["State", "Theme", "AssistanceType", "Institution", "Programme", "Resolution", "Provision"], help = "what it goes to" }
// to_name      = { names = "to" }
// source   = { is = "ASSISTS.source" }
// locator  = { is = "ASSISTS.locator" }
// verified = { is = "ASSISTS.verified" }
// grade    = { is = "ASSISTS.grade" }
// claim        = { is = "ASSISTS.id" }
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (x:Programme {id: $a})-[c:ASSISTS|CONCERNS|PROVIDES|IMPLEMENTS]->(y)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
UNION
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (y:Programme {id: $a})<-[c:TAKES_PART]-(x:Partner)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
UNION
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (p:Programme {id: $a})<-[:UNDER]-(x)
MATCH (x)-[c:HELD_FOR|CONCERNS|PROVIDES|WITH_INSTITUTION]->(y)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
UNION
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (x:Programme {id: $b})-[c:ASSISTS|CONCERNS|PROVIDES|IMPLEMENTS]->(y)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
UNION
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (y:Programme {id: $b})<-[c:TAKES_PART]-(x:Partner)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
UNION
MATCH (a:Programme {id: $a})-[r:OVERLAPS|SYNERGY]-(b:Programme {id: $b})
WITH r.id AS result, r.kind AS kind, coalesce(r.label, r.synergy) AS label, r.score AS score, r.rule AS rule, r.inputs AS inputs
MATCH (p:Programme {id: $b})<-[:UNDER]-(x)
MATCH (x)-[c:HELD_FOR|CONCERNS|PROVIDES|WITH_INSTITUTION]->(y)
WHERE c.id IN inputs
RETURN result, kind, label, score, rule, c.kind AS claim_type, x.id AS from, x.name AS from_name, y.id AS to, y.name AS to_name,
       c.source AS source, c.locator AS locator, c.verified AS verified, c.grade AS grade, c.id AS claim
