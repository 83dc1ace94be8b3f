"""What excuses in a document and beside it have in common: what their names mean, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set as AbstractSet
from fnmatch import fnmatchcase
from typing import NamedTuple

from lint_reports.language import Say
from lint_reports.notices import Policy

_LONGEST_NAME = 100
"""Code points; making a pattern of a longer one takes long, and no rule is called so."""


class Unknown(NamedTuple):
    """A name that no rule has.

    Attributes:
        near: the name that was probably meant, or empty.
    """

    near: str
    say: Say


def matches(rule: str, name: str) -> bool:
    """Whether a rule is meant by an id, the name of a pack or a pattern such as `outline/*`."""
    if len(name) > _LONGEST_NAME:
        return False
    return rule == name or rule.partition("/")[0] == name or fnmatchcase(rule, name)


def judged_names(names: Iterable[str], policy: Policy) -> AbstractSet[str]:
    """Those names all of whose rules have been run: only of them can it be said that they excuse nothing."""
    judged = set()
    for name in names:
        meant = [rule for rule, enabled in policy.known.items() if (enabled or rule == name) and matches(rule, name)]
        if meant and all(rule in policy.ran for rule in meant):
            judged.add(name)
    return judged


def has_expired(until: str, today: str) -> bool:
    """Whether a last day, if there is one, is over."""
    return bool(until) and until < today


def unknown(name: str, known: Mapping[str, bool]) -> Unknown | None:
    """What is to be said of a name that no rule has; `None` if one has it, or if it is not known which there are."""
    if not known or any(matches(rule, name) for rule in known):
        return None
    from lint_reports.rulelang.schema import nearest  # only for this mistake

    near = nearest(name, [*sorted({rule.partition("/")[0] for rule in known}), *known])
    zh, en = (f"是否想写“{near}”？", f"; did you mean “{near}”?") if near else ("", ";")
    say = Say(
        f"没有规则或规则包“{name}”，这一项豁免不起作用。{zh}全部规则见 lint-reports rules list。",
        f"no rule or pack “{name}”, it excuses nothing{en} `lint-reports rules list` shows them all",
    )
    return Unknown(near or "", say)


def expired(until: str) -> Say:
    """What is said of an excuse whose last day is over."""
    return Say(
        f"这条豁免已于 {until} 到期，不再起作用；请处理所豁免的问题，或改期。",
        f"this excuse expired on {until} and has no effect; mend what it excused, or give it another day",
    )


def excuses_nothing(names: Iterable[str]) -> Say:
    """What is said of an excuse that excuses nothing, without a stop."""
    listed = list(names)
    return Say(f"这条豁免（{'、'.join(listed)}）没有豁免任何问题", f"this excuse ({', '.join(listed)}) excuses nothing")
