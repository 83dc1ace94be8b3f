"""All rules on one page in Markdown: `lint-reports rules list --format markdown`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lint_reports.cli.describing import fix_of, grounds_of, marked
from lint_reports.language import Lang, Say
from lint_reports.rulelang.spec import Pack, RuleSpec

_INTRO = Say(
    "本页由 `lint-reports rules list --format markdown` 生成，请勿手改。⟦⟧ 内是应报的位置。",
    "This page is made by `lint-reports rules list --format markdown`; do not edit it. ⟦⟧ is round what is reported.",
)
_SHOWN = Say(
    "`error` 和 `warning` 总是显示；`info` 要用 `--severity info`。标“默认关”的，用 `--select` 点名才运行。",
    "`error` and `warning` are always shown, `info` with `--severity info`. "
    "A rule that is off runs when `--select` names it.",
)


def page(packs: Sequence[Pack], lang: Lang) -> Iterator[str]:
    """The lines of the page: for each pack a table, and then its rules one by one."""
    yield f"# {Say('规则', 'Rules').text(lang)}"
    yield from ("", _INTRO.text(lang), _SHOWN.text(lang))
    for pack in packs:
        yield from ("", f"## {pack.name}", "", f"{pack.title.text(lang)}", "")
        yield from _table(pack.rules, lang)
        for rule in pack.rules:
            yield from ("", *_rule(rule, lang))


def _table(rules: Iterable[RuleSpec], lang: Lang) -> Iterator[str]:
    yield Say("| 规则 | 级别 | 查什么 |", "| Rule | Severity | Finds |").text(lang)
    yield "|---|---|---|"
    for rule in rules:
        link = f"[`{rule.id}`](#{rule.id.replace('/', '')})"
        yield f"| {link} | {_severity(rule, lang)} | {_cell(rule.title.text(lang))} |"


def _severity(rule: RuleSpec, lang: Lang) -> str:
    return rule.severity.label + ("" if rule.enabled else Say("，默认关", ", off").text(lang))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rule(rule: RuleSpec, lang: Lang) -> Iterator[str]:
    yield from (f"### {rule.id}", "")
    yield Say(f"{rule.title.zh}。（{_severity(rule, lang)}）", f"{rule.title.en} ({_severity(rule, lang)})").text(lang)
    if rule.why:
        yield from ("", rule.why.text(lang))
    yield ""
    yield Say(f"- 提示：{rule.message.zh}", f"- Message: {rule.message.en}").text(lang)
    yield Say(f"- 依据：{grounds_of(rule).zh}", f"- Basis: {grounds_of(rule).en}").text(lang)
    yield Say(f"- 修改：{fix_of(rule).zh}", f"- Fix: {fix_of(rule).en}").text(lang)
    for bad, head in ((True, Say("误例：", "Bad:")), (False, Say("正例：", "Good:"))):
        yield from _samples(head.text(lang), [marked(one) for one in rule.examples if one.bad is bad])
    vetoes = rule.options.get("unless")
    spared = [veto["good"] for veto in vetoes] if isinstance(vetoes, tuple) else []
    yield from _samples(Say("另外，以下情形不报：", "Not reported either:").text(lang), spared)


def _samples(head: str, samples: Sequence[str]) -> Iterator[str]:
    if samples:
        yield from ("", head)
    for sample in samples:
        fence = max(["``", *re.findall("`+", sample)], key=len) + "`"
        yield from ("", f"{fence}text", sample.strip("\n"), fence)
