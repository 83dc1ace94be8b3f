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
        own = self._own(analysis, hits)
        groups: dict[str, dict[str, list[Place]]] = {}
        # Most documents write in one way. So the rarest ways come first: without them, nobody looks for the last.
        for left, name in enumerate(own, 1 - len(own)):
            if left == 0 and not groups:
                return
            for place in places(analysis, self._forms[name], self._scope, own[name]):
                group = self._group(analysis, place)
                if group is not None:
                    groups.setdefault(group, {}).setdefault(name, []).append(place)
        for forms in groups.values():
            yield from self._minority(forms)

    def _own(self, analysis: Analysis, hits: Sequence[Hit]) -> Mapping[str, Sequence[Hit]]:
        """The forms that may stand there, the rarest first as far as one can tell, with the hits of each."""
        if not hits:
            return dict.fromkeys(reversed(self._forms), ())
        folded = analysis.folded
        written = [(folded[hit[1] : hit[2]], hit) for hit in hits]
        own = {name: [hit for text, hit in written if text in of] for name, of in self._literals.items()}
        return dict(sorted([item for item in own.items() if item[1]], key=lambda item: len(item[1])))

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


def _marked(place: Place) -> Span:
    """What a form points at: its group `at`, or the whole match."""
    return place.span("at") if "at" in place.found.groupdict() else place.span()


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return AgreeCheck(options, scope, trusted=trusted)
