"""Slips in fixed terms: a character left out, or two neighbours exchanged. What kind `swap` makes of a list of terms.

A wrong form is told by its seam, two characters that never meet in the term: 统筹推进 without 推 has the seam 筹进.
A form is left out if its seam is that of ordinary words: those of the terms themselves, and those of a second list.
What is left is kept as text, because thousands of strings would cost more to load than to search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import compress

from lint_reports.rulelang.schema import Plain

BLOCKS = 64
"""How many blocks the forms are kept in; `checks.slips` finds the block of a pair in the same way."""
LEAST = 4
"""The shortest term; of a shorter one too little is left to know it by."""
_LOOSE = frozenset("的地得了和与及或等性化式者")
"""Characters that one may leave out: 实质性化解 and 实质化解 are both right."""

_ENDINGS = frozenset(
    "量员化力台展城村制部会证改办率权院局处科所站室厅点线区县市镇乡省国人法案书费款金额数度类型式品物机车网库册单表图长师"
    "生家业产感心观界层级期年月日地场馆园是"
)
"""Characters that close a word of their own, so that a term may end in them by chance: 工作量, 服务台, 文明城."""
_OPENINGS = frozenset("其新大各本该全总多高好再不要有无就在可能被经由从使做促打抓年镇村")
"""Characters that open one: 其组织, 大多数, 新举措."""


class Slip(NamedTuple):
    """A wrong form of a term.

    Attributes:
        wrong: the form. right: the term.
        edge: which end is missing, `^` or `$`; otherwise `-`.
        seams: where pairs of characters begin in it that the term does not have, or which are now at its end.
        left: its first character may belong to the word before, so it is sure only after a mark or a common word.
        right_side: the same of its last character.
    """

    wrong: str
    right: str
    edge: str
    seams: tuple[int, ...]
    left: bool
    right_side: bool


def deletions(term: str) -> Iterator[Slip]:
    """The forms with one character missing."""
    last = len(term) - 1
    for at, char in enumerate(term):
        # The middle of five characters is often one too many: 棚户改造, 野生植物, 东西协作 are right as well.
        if char in _LOOSE or char in term[at - 1 : at] or (last, at) == (4, 2):
            continue
        seam = min(max(at - 1, 0), last - 2)
        edge = "^" if at == 0 else "$" if at == last else "-"
        yield Slip(term[:at] + term[at + 1 :], term, edge, (seam,), at <= 1, at >= last - 1)


def transpositions(term: str) -> Iterator[Slip]:
    """The forms with two neighbours exchanged."""
    last = len(term) - 2
    for at in range(last + 1):
        if term[at] != term[at + 1]:
            wrong = term[:at] + term[at + 1] + term[at] + term[at + 2 :]
            seams = tuple(seam for seam in (at - 1, at, at + 1) if 0 <= seam <= last)
            yield Slip(wrong, term, "-", seams, at == 0, at == last)


SLIPS: Mapping[str, Callable[[str], Iterator[Slip]]] = {"deletion": deletions, "transposition": transpositions}


def packed(terms: Collection[str], slips: Collection[str], legitimate: Collection[str]) -> dict[str, Plain]:
    """The wrong forms of some terms, as a check needs them.

    Args:
        terms: the terms.
        slips: which slips, of `SLIPS`.
        legitimate: words that make a form right if they reach over its seam.

    Returns:
        `-`, `^` and `$`: pairs of characters, one after the other, that tell forms: by their seam, by their beginning
        if the first character is missing, by their end if the last is. `at^` and `at$`: patterns that find these two,
        and little else, beside commas. `forms`: lines of such a sign and pair, what the form asks for at its two ends,
        where the pair stands in it, the form, a tab and its term. They are sorted and in blocks, each compressed: a
        run that finds no pair reads none of them.
    """
    ordinary = _Ordinary(terms, legitimate)
    pairs: dict[str, dict[str, None]] = {"-": {}, "^": {}, "$": {}}
    lines: dict[str, str] = {}
    for slip in (slip for term in terms for name in slips for slip in SLIPS[name](term)):
        seam = ordinary.telling_seam(slip)
        if seam is not None:
            pair = slip.wrong[seam : seam + 2]
            pairs[slip.edge][pair] = None
            head = f"{slip.edge}{pair}{int(slip.left)}{int(slip.right_side)}{seam:02}"
            lines.setdefault(slip.wrong, f"{head}{slip.wrong}\t{slip.right}")
    return {
        **{edge: "".join(found) for edge, found in pairs.items()},
        "at^": _pattern("，({})", pairs["^"]),
        "at$": _pattern("，(?<=({})，)", pairs["$"]),
        "forms": _blocks(sorted(lines.values())),
    }


def _pattern(around: str, pairs: Iterable[str]) -> Mapping[str, Plain]:
    """A pattern for what pairs such as these begin and end with; as data, so that it is kept compiled."""
    inner = [pair for pair in pairs if "，" not in pair]
    sets = [f"[{re.escape(''.join(sorted(chars)))}]" for chars in map(set, zip(*inner, strict=True))]
    return {"source": around.format("".join(sets) or "(?!)"), "literals": ()}


def seams(plain: Mapping[str, Plain]) -> Iterator[str]:
    """The pairs of characters that tell forms by their seam."""
    pairs: str = plain["-"]
    return (pairs[at : at + 2] for at in range(0, len(pairs), 2))


def _blocks(lines: Iterable[str]) -> tuple[bytes, ...]:
    """Lines in the blocks of their pairs."""
    blocks: list[list[str]] = [[""] for _ in range(BLOCKS)]
    for line in lines:
        blocks[sum(map(ord, line[:3])) % BLOCKS].append(line)
    return tuple(compress("\n".join([*block, ""]).encode()) for block in blocks)


class _Ordinary:
    """Tells what may stand in text that has no slip."""

    def __init__(self, terms: Collection[str], words: Collection[str]) -> None:
        self._terms = "\n".join(("", *terms, ""))
        self._words = frozenset(words)
        self._common = self._words | {term[at : at + 2] for term in terms for at in range(len(term) - 1)}
        self._longest = max(map(len, self._words), default=0)

    def telling_seam(self, slip: Slip) -> int | None:
        """A seam by which a form is told; `None` if it may be right."""
        if (slip.left and slip.wrong[0] in _OPENINGS) or (slip.right_side and slip.wrong[-1] in _ENDINGS):
            return None
        if self._in_terms(slip) or any(self._reached(slip.wrong, seam + 1, slip) for seam in slip.seams):
            return None
        pairs = {seam: slip.wrong[seam : seam + 2] for seam in slip.seams}
        if slip.edge != "-":
            return slip.seams[0]
        return next((seam for seam, pair in pairs.items() if pair not in self._common), None)

    def _reached(self, form: str, seam: int, slip: Slip) -> bool:
        """Whether a word of the list reaches over a seam. Of an exchange, two characters alone say nothing."""
        least = 3 if len(slip.wrong) == len(slip.right) else 2
        return any(
            end - start >= least and form[start:end] in self._words
            for start in range(max(0, seam - self._longest + 1), seam)
            for end in range(seam + 1, min(len(form), start + self._longest) + 1)
        )

    def _in_terms(self, slip: Slip) -> bool:
        """Whether a form stands in a term, without the character that is missing here at its end."""
        before = slip.right[0] if slip.edge == "^" else ""
        after = slip.right[-1] if slip.edge == "$" else ""
        whole = self._terms.count(before + slip.wrong + after)
        return self._terms.count(slip.wrong) > (whole if slip.edge != "-" else 0)
