"""The graph: its schema, and the engines that keep it."""
