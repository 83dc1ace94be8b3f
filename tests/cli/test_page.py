"""`lint-reports rules list --format markdown`: all rules on one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_reports.cli.page import page
from lint_reports.kinds import KINDS
from lint_reports.rulelang.loading import load_packs
from lint_reports.rules import load_specs

ROOT = Path(__file__).parents[2]
PAGES = {"en": "docs/rules.md", "zh": "docs/rules.zh-CN.md"}

PACK = """\
pack: t
title: {zh: 试验, en: trial}
rules:
  - id: t/word
    kind: text
    severity: warning
    enabled: false
    title: {zh: 截止|截至, en: 截止|截至}
    why: {zh: 不带宾语。, en: It takes no object.}
    pattern: 截止
    unless:
      - {after: 日, good: 截止日期已过。}
    message: {zh: 应为“截至”, en: write 截至}
    basis:
      - {source: 词典, strength: 应}
      - {source: GB/T 1, clause: "2.3", strength: 宜}
    fix: {replace: match, with: 截至, safety: safe}
    examples:
      - bad: |
          ```
          ⟦截止⟧六月，共⟦截止⟧两次。
      - good: 截至六月。
"""

ENGLISH = """\

## t

trial

| Rule | Severity | Finds |
|---|---|---|
| [`t/word`](#tword) | warning, off | 截止\\|截至 |

### t/word

截止|截至 (warning, off)

It takes no object.

- Message: write 截至
- Basis: 词典 (应); GB/T 1 2.3 (宜)
- Fix: automatic (the meaning does not change)

Bad:

````text
```
⟦截止⟧六月，共⟦截止⟧两次。
````

Good:

```text
截至六月。
```

Not reported either:

```text
截止日期已过。
```"""


@pytest.fixture
def packs(tmp_path):
    (tmp_path / "t.yaml").write_text(PACK, encoding="utf-8")
    return load_packs([str(tmp_path / "t.yaml")], KINDS, trusted=False)


def test_a_pack_on_the_page(packs) -> None:
    assert "\n".join(page(packs, "en")).partition("names it.\n")[2] == ENGLISH


def test_the_same_in_chinese(packs) -> None:
    lines = list(page(packs, "zh"))
    assert lines[0] == "# 规则"
    assert lines[7:12] == [
        "试验",
        "",
        "| 规则 | 级别 | 查什么 |",
        "|---|---|---|",
        "| [`t/word`](#tword) | warning，默认关 | 截止\\|截至 |",
    ]
    assert lines[17:21] == ["不带宾语。", "", "- 提示：应为“截至”", "- 依据：词典（应）；GB/T 1 2.3（宜）"]


def test_the_command(cli, tmp_path) -> None:
    (tmp_path / "own.yaml").write_text(PACK, encoding="utf-8")
    done = cli("rules", "list", "--format", "markdown", "--lang", "en", "--rules", tmp_path / "own.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(f"{ENGLISH}\n")


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_of_the_shipped_rules_is_up_to_date(lang) -> None:
    """If not: make rules-page."""
    shipped = (ROOT / PAGES[lang]).read_text(encoding="utf-8")
    assert shipped == "\n".join([*page(load_specs(), lang), ""])


def test_no_path_of_this_machine_is_on_the_page() -> None:
    for name in PAGES.values():
        assert str(ROOT) not in (ROOT / name).read_text(encoding="utf-8")
