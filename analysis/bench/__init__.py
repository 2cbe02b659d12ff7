"""How fast the analysis is, beside what else could do the work; run by ``taazur bench``."""
