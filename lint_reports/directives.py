"""What a comment to this program says: `<!-- lint-reports: ignore outline/gap,punct/* until 2026-12-31 原文如此 -->`.

    comment = "<!-- lint-reports:" action [rules] ["until" date] [reason] "-->"
    rules   = rule {"," rule}          a rule id, a pack, a pattern such as outline/*, or * for all
    action  = ignore | ignore-line | ignore-start | ignore-end | ignore-file

Everything but `ignore-end` names rules. The words have Chinese names, too: 忽略, 忽略本行, 忽略开始, 忽略结束,
忽略全文, 有效期至.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from lint_reports.language import Say
from lint_reports.patterns import lazy
from lint_reports.text import Span


class Action(Enum):
    """What a comment excuses."""

    NEXT = "ignore"
    LINE = "ignore-line"
    START = "ignore-start"
    END = "ignore-end"
    FILE = "ignore-file"


ACTIONS = {action.value: action for action in Action} | {
    "忽略": Action.NEXT,
    "忽略本行": Action.LINE,
    "忽略开始": Action.START,
    "忽略開始": Action.START,
    "忽略结束": Action.END,
    "忽略結束": Action.END,
    "忽略全文": Action.FILE,
}


class Named(NamedTuple):
    """A rule, pack or pattern as a comment names it, and where."""

    name: str
    place: Span


class Directive(NamedTuple):
    """What a comment says.

    Attributes:
        place: the comment, in the source.
        rules: what it names; for `END` it may be nothing.
        until: the last day that it holds, as `YYYY-MM-DD`, or empty.
        reason: empty if none is given.
    """

    place: Span
    action: Action
    rules: tuple[Named, ...]
    until: str
    reason: str


class Malformed(NamedTuple):
    """A comment that does not say what it should, or a part of it, and why."""

    place: Span
    say: Say


_HEAD = lazy(r"<!--[ \t]*lint-reports[ \t]*[:：]\s*")
_ACTION = lazy(r"[^\s,，、]+")
_RULE = r"[A-Za-z0-9*?_/-]+"
_RULES = lazy(rf"(?:全部(?=\s|$)|{_RULE}(?:\s*[,，、]\s*{_RULE})*)")
_NAME = lazy(rf"全部|{_RULE}")
_UNTIL = lazy(
    r"\s+(?:until\b|有效期至|至(?=\s*\d{4}[-年]))\s*[:：]?\s*"
    r"(?P<date>(?P<year>\d{4})(?:-(?P<m>\d{1,2})-(?P<d>\d{1,2})|年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)(?!\d))?"
)
_REASON_MARK = lazy(r"[\s:：,，、;；.。—–-]*(?:(?:理由|reason)\s*[:：]\s*)?")


def read_directive(text: str, place: Span) -> Directive | Malformed:
    """What a comment says.

    Args:
        text: the whole file.
        place: the comment, from `<!--` to `-->`.
    """
    head = _HEAD.match(text, place.start)
    if head is None or not text.startswith("-->", place.end - 3) or "<!--" in text[head.end() : place.end]:
        return Malformed(place, _NOT_CLOSED)
    end = head.end() + len(text[head.end() : place.end - 3].rstrip())
    word = _ACTION.match(text, head.end(), end)
    action = ACTIONS.get(word[0].lower()) if word else None
    if word is None or action is None:
        return Malformed(place, _no_such_action(word[0] if word else ""))
    return _read_rest(text, place, action, Span(word.end(), end))


def _read_rest(text: str, place: Span, action: Action, rest: Span) -> Directive | Malformed:
    start = rest.start + len(rest.of(text)) - len(rest.of(text).lstrip())
    found = _RULES.match(text, start, rest.end)
    names = tuple(Named(one[0], Span(*one.span())) for one in _NAME.finditer(text, *found.span())) if found else ()
    names = tuple(name._replace(name="*") if name.name in ("all", "全部") else name for name in names)
    if not names and action is not Action.END:
        return Malformed(place, _NO_RULES)
    tail = Span(found.end() if found else rest.start, rest.end)
    return _read_tail(text, Directive(place, action, names, "", ""), tail)


def _read_tail(text: str, directive: Directive, tail: Span) -> Directive | Malformed:
    until = _UNTIL.match(text, *tail)
    day = _day(until) if until else ""
    if day is None:
        return Malformed(directive.place, _NO_DAY)
    at = until.end() if until else tail.start
    mark = _REASON_MARK.match(text, at, tail.end)
    reason = text[mark.end() if mark else at : tail.end].strip()
    return directive._replace(until=day, reason=reason)


def _day(found: re.Match[str]) -> str | None:
    """The day of an expiry as `YYYY-MM-DD`; `None` if there is no such day."""
    if not found["date"]:
        return None
    return day_of(int(found["year"]), int(found["m"] or found["month"]), int(found["d"] or found["day"]))


def day_of(year: int, month: int, day: int) -> str | None:
    """A day as `YYYY-MM-DD`; `None` if the calendar has none such."""
    from datetime import date  # 1 ms, and only for excuses with a date

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_NOT_CLOSED = Say(
    "豁免注释没有写完：应在一行内以 --> 结束。", "the excuse is not closed; it ends with --> on the same line"
)
_NO_RULES = Say(
    "豁免注释没有写明规则；写规则名（逗号分隔），全部规则写 *。",
    "the excuse names no rules; write their ids, with commas, or * for all",
)
_NO_DAY = Say(
    "豁免注释的到期日不对；写作 2026-12-31 或 2026年12月31日。", "the excuse has no such day; write it as 2026-12-31"
)


def _no_such_action(word: str) -> Say:
    from lint_reports.rulelang.schema import nearest  # only for this mistake

    near = nearest(word.lower(), ACTIONS)
    zh, en = (f"，是否想写“{near}”？", f"; did you mean “{near}”?") if near else ("。", ";")
    known = [action.value for action in Action]
    what_zh, what_en = (f"不认识“{word}”", f"unknown word “{word}”") if word else ("没有写要做什么", "it says nothing")
    return Say(
        f"豁免注释{what_zh}{zh}可用的有：{'、'.join(known)}。", f"the excuse: {what_en}{en} allowed: {', '.join(known)}"
    )
