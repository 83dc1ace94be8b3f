"""What is said of a rule in words, by `explain` and on the page of all rules."""

from __future__ import annotations

from lint_reports.finding import Basis, Safety
from lint_reports.language import Say
from lint_reports.rulelang.spec import Example, RuleSpec


def grounds_of(rule: RuleSpec) -> Say:
    """What a rule rests on."""
    grounds = [_basis(basis) for basis in rule.basis]
    return Say("；".join(one.zh for one in grounds), "; ".join(one.en for one in grounds))


def _basis(basis: Basis) -> Say:
    where = f"{basis.source} {basis.clause}" if basis.clause else basis.source
    return Say(f"{where}（{basis.strength}）", f"{where} ({basis.strength})")


def fix_of(rule: RuleSpec) -> Say:
    """How far the program can mend what a rule finds."""
    if rule.fix is None:
        return Say("无，需人工改写", "none; to be rewritten by hand")
    if rule.fix["safety"] == Safety.SAFE:
        return Say("可自动改（不改变意思）", "automatic (the meaning does not change)")
    return Say("给出建议，需人工确认", "a suggestion, to be confirmed")


def marked(example: Example) -> str:
    """A sample with ⟦⟧ round what is reported, as it stands in the rule file."""
    text = example.text
    for span in reversed(example.spans):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text
