// title    = "Short names"
// question = "By which acronym are these partners and programmes known?"
// why      = "Only those that have one on record; everything else goes by its name."
// users    = ["analyst"]
// [params]
// ids = { type = "STRING[]", default = ["partner/cted", "programme/ct-travel"], of = ["Partner", "Programme"], help = "ids, separated by commas" }
// [columns]
// id      = { of = ["Partner", "Programme"], help = "the partner or programme" }
// name    = { names = "id" }
// acronym = { type = "STRING", help = "its acronym" }
UNWIND $ids AS wanted
MATCH (n:Partner|Programme {id: wanted})
WHERE n.acronym IS NOT NULL
RETURN n.id AS id, n.name AS name, n.acronym AS acronym
ORDER BY id
