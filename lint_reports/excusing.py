"""Applies the excuses that stand beside documents, as the outcomes of a run pass by, and judges them at its end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence, Set as AbstractSet
from typing import NamedTuple

from lint_reports.finding import Confidence, Safety
from lint_reports.judging import excuses_nothing, expired, has_expired, judged_names, unknown
from lint_reports.language import Say
from lint_reports.located import (
    EXCERPT,
    Checked,
    Excerpt,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Place as LocatedPlace,
)
from lint_reports.notices import EXPIRED, REASON_MISSING, UNKNOWN_RULE, UNUSED, Policy
from lint_reports.report import Failure
from lint_reports.rulelang.located import Place
from lint_reports.sidefile import SideExcuse, SideFile, holds_for, is_for, read_side_file
from lint_reports.text import Position


class _Seen:
    """What a run has shown of one file of excuses.

    Attributes:
        used: the numbers of the excuses that have excused something.
        checked: the files that were checked, from its folder, and how their excuses are judged; `None` for one that
            could not be checked.
    """

    def __init__(self) -> None:
        self.used: set[int] = set()
        self.checked: dict[str, Policy | None] = {}


class Excuser:
    """The excuses beside the documents of one run.

    Args:
        policy_of: how the excuses of a file are judged, by its path.
        whole: whether all files in a folder, an absolute path, are part of the run, so that what none of them needs is
            needed by none.
    """

    def __init__(self, policy_of: Callable[[str], Policy], whole: Callable[[str], bool] = lambda _: False) -> None:
        self._files: dict[str, SideFile] = {}
        self._policy_of = policy_of
        self._whole = whole
        self._seen: dict[str, _Seen] = {}

    def note(self, failure: Failure, path_of_file: str) -> None:
        """Notes that a file could not be checked: excuses for it cannot be judged."""
        file = self.read(path_of_file)
        self._seen.setdefault(file.folder, _Seen()).checked[_relative(failure.name, file)] = None

    def excused(self, outcome: Checked, path_of_file: str) -> Checked:
        """An outcome without what a file of excuses excuses, counting it.

        Raises:
            RuleFileError: if the file of excuses has mistakes.
        """
        file = self.read(path_of_file)
        seen = self._seen.setdefault(file.folder, _Seen())
        path, policy = _relative(outcome.name, file), self._policy_of(outcome.name)
        seen.checked.setdefault(path, None if outcome.problems else policy)
        if not outcome.findings:
            return outcome
        excuses = [
            (number, excuse)
            for number, excuse in enumerate(file.excuses)
            if not has_expired(excuse.until, policy.today) and is_for(excuse, path)
        ]
        kept = [finding for finding in outcome.findings if not _use(excuses, finding, seen.used)]
        suppressed = outcome.suppressed + len(outcome.findings) - len(kept)
        return outcome._replace(findings=tuple(kept), suppressed=suppressed)

    def read(self, path_of_file: str) -> SideFile:
        """A file of excuses, which is read once; raises `RuleFileError` if it has mistakes."""
        if path_of_file not in self._files:
            self._files[path_of_file] = read_side_file(path_of_file)
        return self._files[path_of_file]

    def notices(self) -> Iterator[Checked]:
        """At the end of the run: an outcome for each file of excuses of which something is to be said."""
        for _, file in sorted(self._files.items()):
            findings = self._findings(file)
            if findings:
                yield Checked(file.path, findings)

    def _findings(self, file: SideFile) -> tuple[LocatedFinding, ...]:
        policy, seen = self._policy_of(file.path), self._seen.get(file.folder, _Seen())
        notices = [
            notice for number in range(len(file.excuses)) for notice in self._notices(file, number, seen, policy)
        ]
        return tuple(
            _finding(file, notice, policy) for notice in sorted(notices, key=_order) if notice.rule in policy.notices
        )

    def _notices(self, file: SideFile, number: int, seen: _Seen, policy: Policy) -> Iterator[_Notice]:
        excuse = file.excuses[number]
        for name, place in excuse.rules:
            found = unknown(name, policy.known)
            if found:
                yield _Notice(place, UNKNOWN_RULE, found.say)
        fix = _removal(file, number)
        if has_expired(excuse.until, policy.today):
            yield _Notice(excuse.place, EXPIRED, expired(excuse.until), fix)
        elif number not in seen.used and self._is_judged(file, excuse, seen):
            zh, en = excuses_nothing(name for name, _ in excuse.rules)
            yield _Notice(excuse.place, UNUSED, Say(f"{zh}，可删去。", f"{en}; delete it"), fix)
        elif policy.strict and not excuse.reason:
            yield _Notice(excuse.place, REASON_MISSING, _NO_REASON)

    def _is_judged(self, file: SideFile, excuse: SideExcuse, seen: _Seen) -> bool:
        """Whether all files that an excuse is for were checked, with all of its rules."""
        path = excuse.path.strip("/")
        if path in seen.checked:
            policies = [seen.checked[path]]
        elif self._whole(file.folder):
            policies = [policy for one, policy in seen.checked.items() if is_for(excuse, one)]
            policies = policies or [self._policy_of(file.path)]
        else:
            return False
        names = {name for name, _ in excuse.rules}
        distinct = {id(policy): policy for policy in policies}.values()
        return all(policy is not None and _judges(policy, names) for policy in distinct)


def _relative(path: str, file: SideFile) -> str:
    return os.path.relpath(os.path.abspath(path), file.folder).replace(os.sep, "/")


class _Notice(NamedTuple):
    place: Place
    rule: str
    say: Say
    fix: LocatedFix | None = None


def _order(notice: _Notice) -> tuple[Place, str]:
    return notice.place, notice.rule


_NO_REASON = Say("这条豁免没有写理由，请加 reason。", "this excuse gives no reason; add one")


def _judges(policy: Policy, names: AbstractSet[str]) -> bool:
    return judged_names(names, policy) == names


def _use(excuses: Sequence[tuple[int, SideExcuse]], finding: LocatedFinding, used: set[int]) -> bool:
    """Whether some excuse holds for a finding; all that do are noted as used."""
    numbers = [number for number, excuse in excuses if holds_for(excuse, finding)]
    used.update(numbers)
    return bool(numbers)


def _finding(file: SideFile, notice: _Notice, policy: Policy) -> LocatedFinding:
    line = file.lines[notice.place.line - 1]
    column = notice.place.column
    end = max(column, len(line.rstrip()) + 1)
    place = _place(
        line, Position(notice.place.line, column), Position(notice.place.line, end), line[column - 1 : end - 1]
    )
    return LocatedFinding(
        rule=notice.rule,
        severity=policy.notices[notice.rule],
        confidence=Confidence.CERTAIN,
        message=notice.say.text(policy.lang),
        place=place,
        related=(),
        fix=notice.fix,
        basis=(),
        section=(),
    )


def _place(line: str, start: Position, end: Position, text: str) -> LocatedPlace:
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    excerpt = Excerpt(
        line[max(0, first - EXCERPT) : first],
        line[first : min(last, first + EXCERPT)],
        line[last : last + EXCERPT] if last - first <= EXCERPT else "",
        first,
        len(line),
    )
    end_byte = _bytes(line[:last]) if end.line == start.line else 0
    return LocatedPlace(start, end, _bytes(line[:first]) + 1, end_byte + 1, text, excerpt)


def _bytes(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))


def _removal(file: SideFile, number: int) -> LocatedFix | None:
    """Takes an excuse out with its lines; `None` if it shares them with another."""
    starts = [excuse.place for excuse in file.excuses]
    if any(file.lines[start.line - 1][: start.column - 1].strip() != "-" for start in starts):
        return None
    first = starts[number].line
    after = starts[number + 1].line if number + 1 < len(starts) else len(file.lines) + 1
    while after > first + 1 and file.lines[after - 2].lstrip()[:1] in ("", "#"):
        after -= 1  # remarks belong to what follows them
    if after > len(file.lines):  # the last line has no end
        return None
    text = "\n".join([*file.lines[first - 1 : after - 1], ""])
    place = _place(file.lines[first - 1], Position(first, 1), Position(after, 1), text)
    return LocatedFix((LocatedEdit(place, ""),), Safety.SAFE)
