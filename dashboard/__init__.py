"""The explorer: screens over the catalogue's answers."""
