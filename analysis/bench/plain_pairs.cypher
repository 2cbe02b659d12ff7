// Jaccard of States and of themes for all pairs that share one of each: no hierarchy, kinds or time.
MATCH (p:Programme)-[:IN_STATE]->(s:State)<-[:IN_STATE]-(q:Programme)
WHERE p.id < q.id
WITH p, q, count(DISTINCT s.id) AS states
MATCH (p)-[:ON_THEME]->(t:Theme)<-[:ON_THEME]-(q)
WITH p, q, states, count(DISTINCT t.id) AS themes
RETURN p.id AS first, q.id AS second,
    1.0 * states / (p.states + q.states - states) AS state_part,
    1.0 * themes / (p.themes + q.themes - themes) AS theme_part
