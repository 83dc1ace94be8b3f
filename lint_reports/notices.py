"""What is reported of excuses themselves: a few rules without a rule file, chosen and levelled like all others.

They stand in the plan behind the rules of the packs, so that `--select`, `--ignore`, `--severity` and the configuration
mean them, too. The engine never sees them.
"""

from collections.abc import Mapping, Set as AbstractSet
from typing import NamedTuple

from lint_reports.finding import Confidence, Severity
from lint_reports.language import Lang, Say
from lint_reports.plan import Entry, Plan, Rule, entry_of

KIND = "excuse"
"""The kind of these rules; no rule file can have it."""

UNUSED = "excuse/unused"
EXPIRED = "excuse/expired"
REASON_MISSING = "excuse/reason-missing"
UNKNOWN_RULE = "excuse/unknown-rule"
MALFORMED = "excuse/malformed"


class Policy(NamedTuple):
    """How excuses are judged.

    Attributes:
        known: all rules there are, with whether they are on by default; nothing to judge no names.
        ran: the rules of this run.
        notices: which findings on excuses are wanted, with their severities.
        today: the day that expiries are compared with, as `YYYY-MM-DD`; empty if nothing expires.
        strict: an excuse must give a reason.
        lang: the language of messages.
    """

    known: Mapping[str, bool] = {}
    ran: AbstractSet[str] = frozenset()
    notices: Mapping[str, Severity] = {}
    today: str = ""
    strict: bool = False
    lang: Lang = "zh"


class Notice(NamedTuple):
    """What `lint-reports explain` says of one.

    Attributes:
        title: the fault, in a few words.
        why: why it matters.
        fix: how it can be mended.
        bad, good: a sample each.
    """

    title: Say
    why: Say
    fix: Say
    bad: str
    good: str


_SAFE = Say("可自动改（不改变正文）", "automatic (the text itself does not change)")
_HAND = Say("无，需人工改写", "none; to be rewritten by hand")

NOTICES: Mapping[str, Notice] = {
    EXPIRED: Notice(
        Say("豁免已到期", "an excuse has expired"),
        Say(
            "豁免写明的最后一天已经过去，它不再起作用，所豁免的问题重新报出。请处理问题，或改期并说明理由。",
            "The last day of the excuse is over. It no longer has any effect, and what it excused is reported again.",
        ),
        _SAFE,
        "<!-- lint-reports: ignore outline/gap until 2024-06-30 待修订 -->",
        "<!-- lint-reports: ignore outline/gap 原件序号如此 -->",
    ),
    MALFORMED: Notice(
        Say("豁免写法有误", "an excuse is not written as it should be"),
        Say(
            "写法有误的豁免不起任何作用，所要豁免的问题照常报出。",
            "An excuse that cannot be read has no effect; what it was to excuse is reported.",
        ),
        _HAND,
        "<!-- lint-reports: ignroe outline/gap -->",
        "<!-- lint-reports: ignore outline/gap 原件序号如此 -->",
    ),
    REASON_MISSING: Notice(
        Say("豁免没有写理由", "an excuse gives no reason"),
        Say(
            "没有理由的豁免，日后无人知道能否删去。只在严格模式（--strict-excuses）下报告。",
            "Of an excuse without a reason nobody can tell later whether it may go. "
            "Reported in strict mode (--strict-excuses) only.",
        ),
        _HAND,
        "<!-- lint-reports: ignore outline/gap -->",
        "<!-- lint-reports: ignore outline/gap 原件序号如此 -->",
    ),
    UNKNOWN_RULE: Notice(
        Say("豁免的规则不存在", "an excuse names a rule that does not exist"),
        Say(
            "多半是规则名写错了，这条豁免因而不起作用。",
            "The name is probably misspelt, and the excuse has no effect.",
        ),
        Say("给出建议，需人工确认", "a suggestion, to be confirmed"),
        "<!-- lint-reports: ignore outline/gab 原件序号如此 -->",
        "<!-- lint-reports: ignore outline/gap 原件序号如此 -->",
    ),
    UNUSED: Notice(
        Say("豁免没有豁免任何问题", "an excuse excuses nothing"),
        Say(
            "问题已经改好，或豁免写错了地方。留着它，日后真有问题时也会被它掩盖。只有所写规则这次都运行了才会报告。",
            "What it excused has been mended, or it stands in the wrong place. Left there, it would hide a fault "
            "one day. Reported only if all rules that it names have been run.",
        ),
        _SAFE,
        "一、依法行政情况\n<!-- lint-reports: ignore outline/gap 原件序号如此 -->\n二、存在的问题",
        "一、依法行政情况\n<!-- lint-reports: ignore outline/gap 原件序号如此 -->\n三、存在的问题",
    ),
}


def notice_plan() -> Plan:
    """These rules as a plan has them, in the order of their ids."""
    return tuple(_entry(name, notice.title) for name, notice in NOTICES.items())


def _entry(name: str, title: Say) -> Entry:
    rule = Rule(
        id=name,
        kind=KIND,
        severity=Severity.WARNING,
        enabled=True,
        confidence=Confidence.CERTAIN,
        message=title,
        basis=(),
        scope={},
        applies=None,
        at="match",
        related=(),
        fix=None,
        options={},
        trusted=True,
        title=title,
    )
    return entry_of(rule, triggers=())
