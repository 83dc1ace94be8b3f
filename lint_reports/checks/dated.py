"""Kind `dated`: wordings that are right from a day on, or up to a day, judged by the date of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.analysis.dating import Day
from lint_reports.checks.base import Check, Hit, Plain, Scope, Undetermined
from lint_reports.checks.matching import Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.checks.wordings import is_contained, wording_at
from lint_reports.finding import Match
from lint_reports.text import Span


class DatedCheck:
    """Wordings with their days, what must stand beside them, and what speaks against reporting them."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._words: Mapping[str, Mapping[str, Plain]] = options["words"]
        self._early = options["fault"] == "early"
        self._scope = scope
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._needs = [
            Vetoes([{where: options[name]}], trusted=trusted)
            for name, where in (("after", "before"), ("before", "after"))
            if options[name] is not None
        ]

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every wording that does not fit the time of the document; of overlapping ones the longest."""
        written = analysis.dating.latest if self._early else analysis.dating.earliest
        if written is None:
            raise Undetermined
        if not any(self._is_off(written, self._words[analysis.folded[start:end]]) for _, start, end in hits):
            return  # as nearly always
        done = 0
        for start, end in sorted(((start, end) for _, start, end in hits), key=_longest_first):
            hit = Span(start, end)
            place = wording_at(analysis, self._scope, hit) if hit.start >= done else None
            word = self._words[hit.of(analysis.folded)]
            if place is not None and self._stands(analysis, place, word):
                done = hit.end
                if self._is_wrong(analysis, place, written, word):
                    yield _match(analysis, hit, written, word)

    def _stands(self, analysis: Analysis, place: Place, word: Mapping[str, Plain]) -> bool:
        """Whether this is the wording that is meant, whatever the time."""
        return (
            not is_contained(place, word["inside"] or ())
            and not any(need.allow(analysis, place) for need in self._needs)
            and self._vetoes.allow(analysis, place)
        )

    def _is_wrong(self, analysis: Analysis, place: Place, written: Day, word: Mapping[str, Plain]) -> bool:
        if not self._is_off(written, word):
            return False
        # A paragraph that names an earlier year is history.
        return self._early or not analysis.names_year_until(place.block, int(word["date"][:4]))

    def _is_off(self, written: Day, word: Mapping[str, Plain]) -> bool:
        """Whether the wording is of another time than the document."""
        date: str = word["date"]
        if written.day < (word["since"] or ""):
            return False
        # A month or a year has not ended before its last day.
        return written.day < date if self._early else written.day > f"{date}-99"


def _match(analysis: Analysis, hit: Span, written: Day, word: Mapping[str, Plain]) -> Match:
    values = {
        "date": _shown(word["date"]),
        "written": written.shown,
        "right": analysis.written(word["to"] or ""),
    }
    return Match({"match": hit, "written": written.span}, values)


def _shown(date: str) -> str:
    """A date as a message shows it: 2024年7月18日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))


def _longest_first(hit: tuple[int, int]) -> tuple[int, int]:
    return hit[0], -hit[1]


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return DatedCheck(options, scope, trusted=trusted)
