UNWIND $rows AS row MATCH (p:Programme {id: row.p}), (x:State {id: row.x}) CREATE (p)-[:IN_STATE]->(x)
