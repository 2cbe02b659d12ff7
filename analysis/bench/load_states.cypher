UNWIND $rows AS row CREATE (:State {id: row.id})
