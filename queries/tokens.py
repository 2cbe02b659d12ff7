"""Cypher cut into words and signs, so that comments, strings and quoted names are never mistaken for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<skip>\s+|//[^\n]*|/\*.*?\*/)|(?P<string>'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")|(?P<quoted>`[^`]*`)"
    r"|(?P<param>\$\w+)|(?P<word>[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>\.\.|<=|>=|<>|\+=|=~|->|<-|.)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """A word, sign, string … and the line on which it stands."""

    kind: str
    text: str
    line: int

    @property
    def upper(self) -> str:
        """A word in capitals, as Cypher reads its own; anything else as it is."""
        return self.text.upper() if self.kind == "word" else self.text


def tokens(text: str) -> list[Token]:
    """The text without blanks and comments."""
    found, line = [], 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "skip":
            found.append(Token(match.lastgroup, match.group(), line))
        line += match.group().count("\n")
    return found
