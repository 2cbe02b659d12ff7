UNWIND $rows AS row CREATE (:Programme {id: row.id, states: row.states, themes: row.themes})
