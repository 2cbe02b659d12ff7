UNWIND $rows AS row CREATE (:Theme {id: row.id})
