// title    = "Sources and their age"
// question = "Which datasets are in the graph, whose are they, when were they read, and how many rows and documents do they rest on?"
// why      = """The day on which a dataset was read, not the day of what it says. Documents that a row cites are
// counted, not listed. What no dataset covers is *not known*."""
// users    = ["analyst", "leadership", "custodian"]
// [columns]
// dataset    = { is = "Source.id" }
// title      = { names = "dataset" }
// publisher  = { is = "Source.publisher" }
// retrieved  = { is = "Source.retrieved" }
// licence    = { is = "Source.licence" }
// records    = { type = "INT64", help = "rows read from it", unit = "rows" }
// verified_records = { type = "INT64", help = "rows that were seen in the source they cite", unit = "rows" }
// documents  = { type = "INT64", help = "different documents that its rows cite", unit = "documents" }
// url        = { is = "Source.url" }
// source   = { is = "Source.source" }
// locator  = { is = "Source.locator" }
// verified = { is = "Source.verified" }
// grade    = { is = "Source.grade" }
// checksum   = { is = "Source.checksum" }
MATCH (d:Source)
WHERE d.kind = 'dataset'
OPTIONAL MATCH (d)<-[:READ_FROM]-(r:Record)
RETURN d.id AS dataset, d.name AS title, d.publisher AS publisher, d.retrieved AS retrieved, d.licence AS licence,
       count(DISTINCT r.id) AS records, count(DISTINCT CASE WHEN r.verified THEN r.id END) AS verified_records,
       count(DISTINCT r.source) AS documents, d.url AS url,
       d.source AS source, d.locator AS locator, d.verified AS verified, d.grade AS grade, d.checksum AS checksum
ORDER BY dataset
