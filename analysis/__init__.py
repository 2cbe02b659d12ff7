"""The analysis: overlap, synergy, gap and match, computed by published rules."""
