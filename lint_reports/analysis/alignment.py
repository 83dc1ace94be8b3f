"""How far one wording is from another, counted in characters.

The distance is that of Damerau and Levenshtein in its restricted form: a character left out, put in or exchanged
counts one, and so do two neighbours in the wrong order.
"""

from __future__ import annotations

from itertools import pairwise

LEAST = 5
"""The shortest name that something can be near to: with four characters, one of them makes another name."""
LONG = 10
"""From this length on a name is told even with two slips."""

MOST = 2
"""The most slips that any name may have."""


def slips_in(name: str) -> int:
    """How many slips a name may have and still be meant: one in a short name, two in a long one."""
    return 1 if len(name) < LONG else MOST


def distance(name: str, text: str) -> int:
    """How many slips lead from one to the other."""
    return distances(name, text)[-1]


def distances(name: str, text: str) -> list[int]:
    """How many slips lead from a name to each beginning of a text: to nothing, to its first character, and so on.

    Takes time in proportion to the product of the two lengths; for names, not for texts.
    """
    before: list[int] = []
    last = list(range(len(text) + 1))
    for row, char in enumerate(name, 1):
        current = [row]
        for column, other in enumerate(text, 1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (char != other))
            if row > 1 and column > 1 and char == text[column - 2] and name[row - 2] == other:
                least = min(least, before[column - 2] + 1)
            current.append(least)
        before, last = last, current
    return last


def nearest_beginning(name: str, text: str) -> tuple[int, int]:
    """The beginning of a text that is nearest to a name: the slips, and its length.

    Of equals, one that ends as the name does is taken, then the one that is as long.
    """
    found = distances(name, text)
    length = min(range(len(found)), key=lambda at: (found[at], text[at - 1 : at] != name[-1:], abs(at - len(name))))
    return found[length], length


def nearest_end(name: str, text: str) -> tuple[int, int]:
    """The end of a text that is nearest to a name: the slips, and its length."""
    return nearest_beginning(name[::-1], text[::-1])


def pieces(name: str) -> list[tuple[int, str]]:
    """Parts of a name, with their offsets, of which at least one stays whole whatever slips it has.

    Only two neighbours that have changed places across a seam break two of them; that slip is passed over.
    """
    parts = slips_in(name) + 1
    bounds = [len(name) * part // parts for part in range(parts + 1)]
    return [(start, name[start:end]) for start, end in pairwise(bounds)]
