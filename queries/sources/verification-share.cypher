// title    = "How much is verified"
// question = "Of what is in the graph, how much was seen in the cited source, in a copy, in secondary data, or not at all?"
// why      = """Counts nodes and claims, not their weight. *seen*: in the cited source; *copy*: in a copy of it;
// *secondary*: in somebody else's table or page; *unverified*: general knowledge or our own reading. Rows as they
// were read (`Record`), documents, the joins between them and what is derived are left out."""
// users    = ["analyst", "leadership", "custodian"]
// order    = ["-is_node", "kind"]
// [columns]
// kind       = { type = "STRING", help = "label of the nodes, or type of the claims" }
// is_node    = { type = "BOOLEAN", help = "nodes, not claims" }
// total      = { type = "INT64", help = "how many there are" }
// verified   = { type = "INT64", help = "how many were seen in a primary source, or a copy of it" }
// share      = { type = "DOUBLE", help = "verified, of the total", unit = "%" }
// seen       = { type = "INT64", help = "grade *seen*" }
// copy       = { type = "INT64", help = "grade *copy*" }
// secondary  = { type = "INT64", help = "grade *secondary*" }
// unverified = { type = "INT64", help = "grade *unverified*" }
// not_graded = { type = "INT64", help = "no grade recorded" }
MATCH (n)
WHERE n.is_a IS NOT NULL AND n.is_a <> 'Record' AND n.is_a <> 'Source'
WITH n.is_a AS kind, coalesce(n.grade, 'none') AS grade, count(DISTINCT n.id) AS c, count(DISTINCT CASE WHEN n.verified THEN n.id END) AS v
WITH kind, coalesce(max(CASE WHEN grade = 'seen' THEN c END), 0) AS seen, coalesce(max(CASE WHEN grade = 'copy' THEN c END), 0) AS copy,
     coalesce(max(CASE WHEN grade = 'secondary' THEN c END), 0) AS secondary, coalesce(max(CASE WHEN grade = 'unverified' THEN c END), 0) AS unverified, coalesce(max(CASE WHEN grade = 'none' THEN c END), 0) AS not_graded,
     coalesce(max(CASE WHEN grade = 'seen' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'copy' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'secondary' THEN v END), 0)
     + coalesce(max(CASE WHEN grade = 'unverified' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'none' THEN v END), 0) AS verified
RETURN kind, true AS is_node, seen + copy + secondary + unverified + not_graded AS total, verified,
       100.0 * verified / (seen + copy + secondary + unverified + not_graded) AS share,
       seen, copy, secondary, unverified, not_graded
UNION
MATCH (a)-[r]->(b)
WHERE r.kind <> 'DESCRIBES' AND r.kind <> 'READ_FROM' AND coalesce(r.dataset, '') <> 'analysis'
WITH r.kind AS kind, coalesce(r.grade, 'none') AS grade, count(DISTINCT r.id) AS c, count(DISTINCT CASE WHEN r.verified THEN r.id END) AS v
WITH kind, coalesce(max(CASE WHEN grade = 'seen' THEN c END), 0) AS seen, coalesce(max(CASE WHEN grade = 'copy' THEN c END), 0) AS copy,
     coalesce(max(CASE WHEN grade = 'secondary' THEN c END), 0) AS secondary, coalesce(max(CASE WHEN grade = 'unverified' THEN c END), 0) AS unverified, coalesce(max(CASE WHEN grade = 'none' THEN c END), 0) AS not_graded,
     coalesce(max(CASE WHEN grade = 'seen' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'copy' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'secondary' THEN v END), 0)
     + coalesce(max(CASE WHEN grade = 'unverified' THEN v END), 0) + coalesce(max(CASE WHEN grade = 'none' THEN v END), 0) AS verified
RETURN kind, false AS is_node, seen + copy + secondary + unverified + not_graded AS total, verified,
       100.0 * verified / (seen + copy + secondary + unverified + not_graded) AS share,
       seen, copy, secondary, unverified, not_graded
