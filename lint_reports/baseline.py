"""Findings that are known and accepted for now: which findings of a run they are, and what becomes of them.

A baseline holds, for each finding, the file, the rule, the headings it stands under, its words and a few characters on
both sides, and how often all that is there. It holds no line numbers. A run is matched with it in several passes, the
strictest first; each entry matches as often as it counts. So a finding may move, its line or its section may be
reworded, its file renamed, and it stays known; and of two alike neighbours the new one is reported. Whatever happens,
no more findings are known than the baseline counts.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Mapping, Sequence, Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from lint_reports.digest import digest
from lint_reports.located import LocatedFinding
from lint_reports.normal import bare

_CONTEXT = 12
"""Code points on each side of a finding that tell it from others."""
_NEAR = 24
"""As many of them are looked at, white space included."""
_LONGEST = 60
_KEPT_OF_LONG = 40


class Key(NamedTuple):
    """By what a finding is known again. The texts are without white space and with one width of ASCII characters.

    Attributes:
        path: of the file, from the folder of the baseline, with `/`.
        section: the headings it stands under, outermost first.
        before, after: a few characters of its line on both sides.
        text: what stands at its place; of a long one the beginning and a digest.
    """

    path: str
    rule: str
    section: tuple[str, ...]
    before: str
    text: str
    after: str


Entries = Mapping[Key, int]
"""How often each is there."""


class Matched(NamedTuple):
    """What a baseline knows of the findings of one file.

    Attributes:
        new: those that it does not know, in their order.
        known: how many it knows.
    """

    new: tuple[LocatedFinding, ...]
    known: int


class State(NamedTuple):
    """What a run has shown, beside a baseline.

    Attributes:
        standing: what the baseline knows and still is there, at its present places.
        new: what it does not know.
        untouched: what it knows of files and rules that were not checked, as it was.
        fixed: how many findings that it knows are no longer there.
    """

    standing: Entries
    new: Entries
    untouched: Entries
    fixed: int


def key_of(path: str, finding: LocatedFinding) -> Key:
    """By what a finding is known again in another run."""
    line = finding.place.excerpt
    return Key(
        path,
        finding.rule,
        tuple(map(_heading, finding.section)),
        bare(line.before[-_NEAR:])[-_CONTEXT:],
        _short(bare(finding.place.text)),
        bare(line.after[:_NEAR])[:_CONTEXT],
    )


_heading = lru_cache(1024)(bare)


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_KEPT_OF_LONG]}…{digest(text.encode(errors='surrogatepass')).hex()[:8]}"


# In which respects a finding and an entry of one file must agree, the strictest first.
_View = Callable[[Key], Hashable | None]
_VIEWS: tuple[_View, ...] = (
    lambda key: key,
    lambda key: (key.rule, key.before, key.text, key.after),  # moved, or its headings reworded
    lambda key: (key.rule, key.section, key.before, key.text),  # its line edited behind it
    lambda key: (key.rule, key.section, key.text, key.after),  # its line edited before it
    lambda key: (key.rule, key.section, key.text),  # its line edited on both sides
    lambda key: (key.rule, key.before, key.text) if key.before else None,
    lambda key: (key.rule, key.text, key.after) if key.after else None,
)
_ELSEWHERE: tuple[_View, ...] = (lambda key: key[1:],)


class Ledger:
    """The entries of a baseline, as the findings of a run use them up.

    Args:
        entries: the baseline.
        is_gone: whether there is no longer a file at a path of the baseline; asked only where a file is new to it.
    """

    def __init__(self, entries: Entries, is_gone: Callable[[str], bool]) -> None:
        self._left = dict(entries)
        self._is_gone = is_gone
        self._of_path: dict[str, list[Key]] = {}
        for key in entries:
            self._of_path.setdefault(key.path, []).append(key)
        self._orphans: list[Key] | None = None
        self._standing: Counter[Key] = Counter()
        self._new: Counter[Key] = Counter()

    def match(self, path: str, findings: Sequence[LocatedFinding]) -> Matched:
        """Which findings of a file are new. Every file may be matched once."""
        keys = [key_of(path, finding) for finding in findings]
        known = self._known(path, keys, self._left)
        self._standing.update(keys[at] for at in known)
        self._new.update(key for at, key in enumerate(keys) if at not in known)
        return _matched(findings, known)

    def foretell(self, path: str, findings: Sequence[LocatedFinding]) -> Matched:
        """What `match` would say, as often as anybody asks."""
        return _matched(findings, self._known(path, [key_of(path, finding) for finding in findings], dict(self._left)))

    def state(self, is_mended: Callable[[Key], bool]) -> State:
        """What the findings matched so far come to.

        Args:
            is_mended: whether an entry that no finding matches is mended, and not only left out of the run.
        """
        untouched = {
            key: count
            for key, count in self._left.items()
            if count and not is_mended(key) and not self._is_gone(key.path)
        }
        fixed = sum(self._left.values()) - sum(untouched.values())
        return State(self._standing, self._new, untouched, fixed)

    def _known(self, path: str, keys: Sequence[Key], left: dict[Key, int]) -> AbstractSet[int]:
        """Which of the keys, by their numbers, the entries account for that are left."""
        if not keys:
            return set()
        own = self._of_path.get(path)
        return _use_up(keys, own, _VIEWS, left) if own else _use_up(keys, self._of_gone_files(), _ELSEWHERE, left)

    def _of_gone_files(self) -> list[Key]:
        if self._orphans is None:
            self._orphans = [key for path, keys in self._of_path.items() if self._is_gone(path) for key in keys]
        return self._orphans


def _matched(findings: Sequence[LocatedFinding], known: AbstractSet[int]) -> Matched:
    return Matched(tuple(finding for at, finding in enumerate(findings) if at not in known), len(known))


def _use_up(keys: Sequence[Key], entries: Sequence[Key], views: Sequence[_View], left: dict[Key, int]) -> set[int]:
    """Which of the keys, by their numbers, some entries account for; what is left of these becomes less."""
    known: set[int] = set()
    for view in views:
        pool: dict[Hashable, deque[Key]] = {}
        for entry in entries:
            if left[entry]:
                pool.setdefault(view(entry), deque()).append(entry)
        for at, key in enumerate(keys):
            if at not in known and _take(pool.get(view(key)) if view(key) is not None else None, left):
                known.add(at)
        if len(known) == len(keys) or not pool:
            break
    return known


def _take(alike: deque[Key] | None, left: dict[Key, int]) -> bool:
    while alike and not left[alike[0]]:
        alike.popleft()
    if not alike:
        return False
    left[alike[0]] -= 1
    return True


def combined(*several: Entries) -> Entries:
    """Several baselines as one."""
    total: Counter[Key] = Counter()
    for entries in several:
        total.update(entries)
    return total


def size(entries: Entries) -> int:
    """How many findings a baseline knows."""
    return sum(entries.values())
