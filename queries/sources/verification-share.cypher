// title    = "How much is verified"
// question = "Of what is in the graph, how much was seen in the cited source, in a copy, in secondary data, or not at all?"
// why      = """Counts nodes and claims, not their weight. *seen*: in the cited source; *copy*: in a copy of it; *secondary*: in somebody else's table or page; *unverified*: general knowledge
// or our own reading. Rows as they were read (`Record`), documents and the joins between them are left out."""
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
RETURN n.is_a AS kind, true AS is_node, count(DISTINCT n.id) AS total, count(DISTINCT CASE WHEN n.verified THEN n.id END) AS verified,
       100.0 * count(DISTINCT CASE WHEN n.verified THEN n.id END) / count(DISTINCT n.id) AS share,
       count(DISTINCT CASE WHEN n.grade = 'seen' THEN n.id END) AS seen,
       count(DISTINCT CASE WHEN n.grade = 'copy' THEN n.id END) AS copy,
       count(DISTINCT CASE WHEN n.grade = 'secondary' THEN n.id END) AS secondary,
       count(DISTINCT CASE WHEN n.grade = 'unverified' THEN n.id END) AS unverified,
       count(DISTINCT CASE WHEN n.grade IS NULL THEN n.id END) AS not_graded
UNION
MATCH (a)-[r]->(b)
WHERE r.kind <> 'DESCRIBES' AND r.kind <> 'READ_FROM'
RETURN r.kind AS kind, false AS is_node, count(DISTINCT r.id) AS total, count(DISTINCT CASE WHEN r.verified THEN r.id END) AS verified,
       100.0 * count(DISTINCT CASE WHEN r.verified THEN r.id END) / count(DISTINCT r.id) AS share,
       count(DISTINCT CASE WHEN r.grade = 'seen' THEN r.id END) AS seen,
       count(DISTINCT CASE WHEN r.grade = 'copy' THEN r.id END) AS copy,
       count(DISTINCT CASE WHEN r.grade = 'secondary' THEN r.id END) AS secondary,
       count(DISTINCT CASE WHEN r.grade = 'unverified' THEN r.id END) AS unverified,
       count(DISTINCT CASE WHEN r.grade IS NULL THEN r.id END) AS not_graded
