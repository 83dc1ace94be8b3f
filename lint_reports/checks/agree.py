"""Kind `agree`: one thing written in several ways in one document; the minority is reported, the majority shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place, places
from lint_reports.finding import Match
from lint_reports.text import Span


class AgreeCheck:
    """The ways of writing one thing."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._forms = {name: Pattern(form, trusted=trusted) for name, form in options["forms"].items()}
        self._literals = {name: frozenset(form["literals"]) for name, form in options["forms"].items()}
        self._per_level = options["per"] == "level"
        self._wrong = frozenset(options["wrong"] or options["forms"])
        self._times: int = options["times"] or 1
        self._most: int = options["most"] or 5
        self._scope = scope

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """The places of all forms but the most frequent."""
        if hits and sum(not of.isdisjoint(_texts(analysis, hits)) for of in self._literals.values()) < 2:
            return  # nothing to compare
        groups: dict[str, dict[str, list[Place]]] = {}
        # Most documents write in one way, mostly the first: without the others, nobody looks for that.
        for left, (name, pattern) in enumerate(reversed(self._forms.items()), 1 - len(self._forms)):
            if left == 0 and not groups:
                return
            own = [hit for hit in hits if analysis.folded[hit[1] : hit[2]] in self._literals[name]]
            for place in places(analysis, pattern, self._scope, own) if own or not hits else ():
                group = self._group(analysis, place)
                if group is not None:
                    groups.setdefault(group, {}).setdefault(name, []).append(place)
        for forms in groups.values():
            yield from self._minority(forms)

    def _group(self, analysis: Analysis, place: Place) -> str | None:
        """What a place is compared with: all of the same group; `None` with nothing."""
        if not self._per_level:
            return place.found.groupdict().get("of") or ""
        marker = analysis.markers[place.block]
        return None if marker is None else marker.form

    def _minority(self, forms: Mapping[str, list[Place]]) -> Iterator[Match]:
        order = [name for name in self._forms if name in forms]
        usual = max(order, key=lambda name: len(forms[name]))
        others = [
            (place, name)
            for name in order
            if name != usual and name in self._wrong and len(forms[name]) * self._times <= len(forms[usual])
            for place in forms[name]
        ]
        others.sort(key=lambda other: other[0].span())
        for place, name in others[: self._most]:
            values = {
                "form": name,
                "usual_form": usual,
                "count": str(len(forms[name])),
                "usual_count": str(len(forms[usual])),
            }
            yield Match({"match": _marked(place), "usual": _marked(forms[usual][0])}, values)


def _texts(analysis: Analysis, hits: Sequence[Hit]) -> Iterator[str]:
    return (analysis.folded[start:end] for _, start, end in hits)


def _marked(place: Place) -> Span:
    """What a form points at: its group `at`, or the whole match."""
    return place.span("at") if "at" in place.found.groupdict() else place.span()


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return AgreeCheck(options, scope, trusted=trusted)
