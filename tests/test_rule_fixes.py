"""Every rule with a fix, on its own samples in both scripts and both widths: silent afterwards, and written alike."""

from __future__ import annotations

from functools import cache

import pytest
from opencc import OpenCC

from lint_reports.analysis import analyse
from lint_reports.analysis.writing import is_traditional
from lint_reports.document import Document, Media
from lint_reports.engine import Engine
from lint_reports.fixing import Fixed, Options, mend
from lint_reports.plan import make_plan
from lint_reports.readers import parse
from lint_reports.rulelang.spec import Example, RuleSpec
from lint_reports.rules import load_specs

TRADITIONAL = OpenCC("s2t").convert
HALF = str.maketrans("，；：？！（）", ",;:?!()")
VARIANTS = {
    "as written": lambda text: text,
    "Traditional": TRADITIONAL,
    "half-width": lambda text: text.translate(HALF),
    "Traditional, half-width": lambda text: TRADITIONAL(text).translate(HALF),
}
# Of these, the script or the width itself is the fault.
OF_SCRIPT = frozenset({"script"})
OF_WIDTH = frozenset({"punct/halfwidth-local"})


@cache
def rules() -> dict[str, RuleSpec]:
    return {rule.id: rule for pack in load_specs() for rule in pack.rules if rule.fix}


def variants(rule: RuleSpec) -> list[tuple[str, Example, Document]]:
    found = []
    for example in rule.examples:
        name = "a.md" if example.media is Media.MARKDOWN else "a.txt"
        texts = {key: change(example.text) for key, change in VARIANTS.items()} if example.bad else {}
        found += [
            (key, example, parse(text, name))
            for key, text in texts.items()
            if key == "as written" or text != example.text
        ]
    return found


def all_ids() -> list[str]:
    return sorted(rules())


@pytest.mark.parametrize("rule", all_ids())
def test_a_fix_silences_its_rule_and_writes_as_the_document_does(rule) -> None:
    spec = rules()[rule]
    engine = Engine(make_plan([spec]))
    applied = 0
    for variant, example, document in variants(spec):
        report = engine.run(document)
        assert report.findings or variant != "as written"
        done = mend(report, Options(engine.run, unsafe=True))
        assert done.notes == ()
        assert [one.fix for one in done.report.findings if one.fix] == [], (variant, example.text)
        assert len(done.report.findings) <= sum(one.fix is None for one in report.findings), (variant, example.text)
        assert mend(done.report, Options(engine.run, unsafe=True)).rounds == ()
        check_writing(spec, variant, document, done)
        applied += done.mended
    assert applied


def check_writing(spec: RuleSpec, variant: str, document: Document, done: Fixed) -> None:
    analysis = analyse(document)
    written = [edit.text for edits in done.rounds for edit in edits]
    if (
        variant.startswith("Traditional")
        and spec.pack not in OF_SCRIPT
        and analysis.script
        and is_traditional(analysis.script)
    ):
        assert written == [TRADITIONAL(text) for text in written]
    if variant.endswith("half-width") and spec.id not in OF_WIDTH and analysis.width and analysis.width.share > 50:
        assert written == [text.translate(HALF) for text in written]


def test_safe_fixes_do_not_hide_behind_unsafe_ones() -> None:
    """A rule whose fix is safe has a sample that is mended without asking for more."""
    silent = []
    for spec in rules().values():
        engine = Engine(make_plan([spec]))
        done = [mend(engine.run(document), Options(engine.run)) for _, _, document in variants(spec)]
        if (spec.fix["safety"] == "safe") is not any(one.mended for one in done):
            silent.append(spec.id)
    assert silent == []
