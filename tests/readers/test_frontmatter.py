"""What a Markdown file says about itself before its text."""

from __future__ import annotations

import time

import pytest

from lint_reports.readers.frontmatter import front_matter


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("---\ntitle: 云溪县工作报告\ndate: 2024-01-05\n---\n正文", [("title", "云溪县工作报告"), ("date", "2024-01-05")], id="yaml"),
        pytest.param("---\r\ntitle: 报告\r\n---\r\n正文", [("title", "报告")], id="CRLF"),
        pytest.param("---\rtitle: 报告\r---\r正文", [("title", "报告")], id="CR"),
        pytest.param("---\ntitle: 报告\n...\n正文", [("title", "报告")], id="closed by dots"),
        pytest.param("--- \ntitle: 报告\n---  ", [("title", "报告")], id="white space after the fences"),
        pytest.param('---\n"a: b\n---\n', None, id="no entry"),
        pytest.param("---\ntitle: '某某市报告'\nsource: \"云溪县: 司法局\"\n---\n", [("title", "某某市报告"), ("source", "云溪县: 司法局")], id="quotes"),
        pytest.param("---\ndate: 2024-01-05   # 草稿\nno: '5' # 号\nurl: http://a.cn/#b\n---\n", [("date", "2024-01-05"), ("no", "5"), ("url", "http://a.cn/#b")], id="comments"),
        pytest.param("---\ntags:\n  - 报告\n- x\nempty:\n# 注\n\nauthor : 司法局  \n---\n", [("author", "司法局")], id="lists and empty values"),
        pytest.param("---\n---\n正文", [], id="empty"),
        pytest.param("+++\ntitle = \"报告\"\n[extra]\nyear = 2024\ntags = [\n  'a',\n]\n+++\n正文", [("title", "报告"), ("year", "2024"), ("tags", "[")], id="toml"),
        pytest.param("---\n正文两条线之间\n---\n", None, id="prose between rules"),
        pytest.param("---\n来源：某某市\n---\n", None, id="a full-width colon"),
        pytest.param("---\ntitle: 报告\n正文", None, id="not closed"),
        pytest.param("正文\n---\ntitle: 报告\n---\n", None, id="not at the start"),
        pytest.param("----\na: b\n----\n", None, id="longer rules"),
        pytest.param("", None, id="nothing"),
    ],
)  # fmt: skip
def test_metadata(text: str, expected: list[tuple[str, str]] | None):
    matter = front_matter(text)

    assert [(entry.key.of(text), entry.value.of(text)) for entry in matter.entries] == (expected or [])
    assert text[matter.end :].strip() == (text.strip() if expected is None else "正文" * text.endswith("正文"))


@pytest.mark.parametrize(
    "lines",
    [
        "a: b\n" * 200_000,
        "a: b" + " " * 200_000 + "c\n",
        "a" + " " * 200_000 + "\n",
        "a: '" + "'" * 200_000 + "b\n",
        "a: " + " #" * 100_000 + "\n",
        "a = " * 50_000,
    ],
    ids=["entries", "spaces in a value", "spaces after a key", "quotes", "comments", "equal signs"],
)
@pytest.mark.parametrize("fence", ["---\n", "+++\n"])
@pytest.mark.parametrize("closed", [True, False])
def test_cost_grows_with_the_length(lines: str, fence: str, *, closed: bool):
    start = time.perf_counter()
    front_matter(fence + lines + fence * closed)

    assert time.perf_counter() - start < 30
