// title    = "Evidence"
// question = "What exactly was read about this, in which row, from which document?"
// why      = """Shows the rows of the source files as they were read. A row's document is given as its source;
// whether the row was seen there is `verified`."""
// users    = ["analyst", "custodian"]
// [params]
// id = { default = "programme/ct-travel", of = ["Partner", "Programme", "State", "Area", "Resolution", "Provision", "Guideline", "Theme", "Need", "Reference", "Participation", "Activity", "Institution", "Visit", "Consultation", "Milestone"], help = "whose evidence" }
// [columns]
// record  = { is = "Record.id" }
// file    = { is = "Record.file" }
// field   = { is = "Record.field" }
// value   = { is = "Record.value" }
// source   = { is = "Record.source" }
// locator  = { is = "Record.locator" }
// verified = { is = "Record.verified" }
// grade    = { is = "Record.grade" }
// dataset = { is = "Record.dataset" }
// note    = { is = "Record.note" }
MATCH (n {id: $id})<-[:DESCRIBES]-(r:Record)
RETURN DISTINCT r.id AS record, r.file AS file, r.field AS field, r.value AS value, r.source AS source,
       r.locator AS locator, r.verified AS verified, r.grade AS grade, r.dataset AS dataset, r.note AS note
ORDER BY file, field, record
