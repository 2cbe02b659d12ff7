UNWIND $rows AS row MATCH (p:Programme {id: row.p}), (x:Theme {id: row.x}) CREATE (p)-[:ON_THEME]->(x)
