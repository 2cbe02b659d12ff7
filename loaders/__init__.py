"""Loaders: a document becomes rows, rows become the graph."""
