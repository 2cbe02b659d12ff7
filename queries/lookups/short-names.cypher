// title    = "Short names"
// question = "By which acronym or symbol are these partners, programmes and resolutions known?"
// why      = "Only those that have one on record; everything else goes by its name. A symbol is official, the name of a resolution is not."
// users    = ["analyst"]
// [params]
// ids = { type = "STRING[]", default = ["partner/cted", "programme/ct-travel", "resolution/2396"], of = ["Partner", "Programme", "Resolution"], help = "ids, separated by commas" }
// [columns]
// id    = { of = ["Partner", "Programme", "Resolution"], help = "the partner, programme or resolution" }
// name  = { names = "id" }
// short = { type = "STRING", help = "its acronym or symbol" }
UNWIND $ids AS wanted
MATCH (n:Partner|Programme|Resolution {id: wanted})
WHERE coalesce(n.acronym, n.symbol) IS NOT NULL
RETURN n.id AS id, n.name AS name, coalesce(n.acronym, n.symbol) AS short
ORDER BY id
