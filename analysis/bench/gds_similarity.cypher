CALL gds.nodeSimilarity.mutate('bench', {
    topK: $k, concurrency: $threads, mutateRelationshipType: 'SIMILAR', mutateProperty: 'score'
})
YIELD preProcessingMillis, computeMillis, relationshipsWritten
RETURN preProcessingMillis + computeMillis AS milliseconds, relationshipsWritten AS pairs
