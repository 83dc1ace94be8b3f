"""What speaks against a match, each way."""

from __future__ import annotations

import re

import pytest

TEXT = "kind: text\npattern: 到期\nunless:\n"

# The veto, and a sample with ⟦⟧ round what is left after it.
BEHAVIOUR = {
    "before": ("- before: 未", "⟦到期⟧一件，未到期两件，未曾⟦到期⟧三件。"),
    "before, as many as there are": ("- before: '[未没][有]?'", "没有到期一件，未到期两件，有⟦到期⟧三件。"),
    "before, past an earlier match of the veto": ("- before: '[甲乙]{2}'", "甲甲乙到期一件，乙⟦到期⟧两件。"),
    "before, with what stands around": ("- before: (?<=尚)未", "尚未到期一件，未⟦到期⟧两件。"),
    "before, at the start": ("- before: ^共", "共到期一件，共⟦到期⟧两件。"),
    "before, from afar": ("- before: 预计[^，。]*", "预计明年三月底以前到期一件，明年⟦到期⟧两件。"),
    "after": ("- after: 日", "到期日前办结，⟦到期⟧后日办结。"),
    "after, with a choice": ("- after: '日|时间'", "到期日和到期时间另定，⟦到期⟧未办的督办。"),
    "after, only at once": ("- after: '[甲乙]'", "到期甲，⟦到期⟧丙甲。"),
    "after, up to the end": ("- after: 。$", "共⟦到期⟧一件。其余已到期。"),
    "around": ("- around: 期到期", "各期到期一件，分⟦到期⟧两件。"),
    "around, a longer word": ("- around: 到期票据", "到期票据两件，⟦到期⟧债券三件，旧到期票据一件。"),
    "around, must overlap": ("- around: '[一二三]件'", "⟦到期⟧一件，⟦到期⟧两件。"),
    "within": ("- within: 期", "到期一件。"),
    "within, not beside": ("- within: 期一", "⟦到期⟧一件。"),
    "paragraph": ("- paragraph: 样表", "样表：到期一件。\n⟦到期⟧两件，⟦到期⟧三件。\n到期四件，见样表。"),
    "next": ("- next: '[^-—]'", "到期一件。\n两件。\n⟦到期⟧三件。\n—\n⟦到期⟧四件。"),
    "one of several": ("- before: 未\n- after: 日", "未到期一件，到期日两件，⟦到期⟧三件。"),
    "two in one": ("- before: 未\n    after: 日", "未到期一件，到期日两件，⟦到期⟧三件。"),
    "none of them": ("- before: 未\n- paragraph: 样表", "已⟦到期⟧一件。"),
    "what is masked is not seen": ("- paragraph: 样表", "⟦到期⟧一件，见“样表”。"),
}


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_a_veto_keeps_silent(marked, name, trusted) -> None:
    vetoes, sample = BEHAVIOUR[name]
    indented = re.sub(r"^(- .*)$", r"  \1\n    good: 未见异常。", vetoes, flags=re.MULTILINE)
    assert marked(TEXT + indented, sample, trusted=trusted) == sample


def test_a_veto_looks_so_far_and_no_farther(marked) -> None:
    fields = TEXT + "  - {before: 预计.*, good: 预计到期。}"
    near, far = "预计" + "甲" * 118 + "到期。", "预计" + "甲" * 119 + "⟦到期⟧。"
    assert marked(fields, near) == near
    assert marked(fields, far) == far


def test_a_veto_of_the_paragraph_is_looked_up_once(report) -> None:
    """A hundred thousand matches in one paragraph do not search it a hundred thousand times."""
    fields = "kind: text\npattern: 到期\nunless: [{paragraph: 样表, good: 样表到期。}]"
    assert len(report(fields, "到期，" * 100_000, trusted=True).findings) == 100_000
