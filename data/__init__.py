"""The shipped sources: cards and rows, with the address each was read at."""
