// title    = "Needs to specify"
// question = "How specific is each need on record, what could its State be asked for, and what did each condition set aside?"
// why      = """Vague requests cannot be matched: that ended forerunners. The number says how much of a need is on
// record, of provision, institution, type of assistance, target date and baseline; it judges neither the need nor
// who stated it. Target date and baseline are those of a step of a roadmap. Least specific first."""
// users    = ["coordinator", "focal point"]
// [params]
// at_most = { type = "INT64", default = 5, help = "needs of which so many elements are on record, at the most" }
// [columns]
// need           = { is = "Need.id" }
// need_name      = { names = "need" }
// whose          = { of = ["State", "Area", "Region", "Partner"], help = "the State, region or organisation whose need it is" }
// whose_name     = { names = "whose" }
// basis_of_need  = { is = "Need.kind" }
// specificity    = { is = "PUT_TO.specificity" }
// on_record      = { is = "PUT_TO.on_record" }
// to_ask         = { is = "PUT_TO.to_ask" }
// proposed       = { is = "PUT_TO.proposed" }
// considered     = { is = "PUT_TO.considered" }
// no_provider     = { is = "PUT_TO.no_provider" }
// ended           = { is = "PUT_TO.ended" }
// no_state        = { is = "PUT_TO.no_state" }
// place_not_known = { is = "PUT_TO.place_not_known" }
// elsewhere       = { is = "PUT_TO.elsewhere" }
// never           = { is = "PUT_TO.never" }
// no_link         = { is = "PUT_TO.no_link" }
// observed           = { is = "Need.observed" }
// observed_precision = { is = "Need.observed_precision" }
// source   = { is = "Need.source" }
// locator  = { is = "Need.locator" }
// verified = { is = "Need.verified" }
// grade    = { is = "Need.grade" }
// rule     = { is = "PUT_TO.rule" }
MATCH (n:Need)-[t:PUT_TO]->(o:State|Area|Region|Partner)
WHERE t.specificity <= $at_most
RETURN n.id AS need, n.name AS need_name, o.id AS whose, o.name AS whose_name, n.kind AS basis_of_need,
       t.specificity AS specificity, t.on_record AS on_record, t.to_ask AS to_ask, t.proposed AS proposed, t.considered AS considered,
       t.no_provider AS no_provider, t.ended AS ended, t.no_state AS no_state, t.place_not_known AS place_not_known,
       t.elsewhere AS elsewhere, t.never AS never, t.no_link AS no_link,
       n.observed AS observed, n.observed_precision AS observed_precision,
       n.source AS source, n.locator AS locator, n.verified AS verified, n.grade AS grade, t.rule AS rule
ORDER BY specificity, need, whose
