// A graph in GDS's memory from two lists of numbers; nothing is written to the store.
WITH $source AS source, $target AS target
UNWIND range(0, size(source) - 1) AS at
RETURN gds.graph.project('bench', source[at], target[at], {sourceNodeLabels: 'Programme', targetNodeLabels: 'Place'})
