"""Comments to the program: they are found, and a document reads as if they were not there."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from lint_reports.document import Document
from lint_reports.readers import read
from lint_reports.readers.comments import cut_of
from lint_reports.text import Span

COMMENT = "<!-- lint-reports: ignore outline/gap 原文如此 -->"


def paragraphs(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


PLAIN = {
    "on a line of its own": f"甲\n{COMMENT}\n乙",
    "between blank lines": f"甲\n\n{COMMENT}\n\n乙",
    "indented": f"甲\n　　{COMMENT}  \n乙",
    "at the end of a line": f"甲  {COMMENT}\n乙",
    "at the start of a line": f"甲\n{COMMENT} 乙",
    "first and last": f"{COMMENT}\n甲\n乙\n{COMMENT}",
    "two of them": f"甲 {COMMENT} {COMMENT}\n{COMMENT}{COMMENT}\n乙",
    "not closed": "甲\n<!-- lint-reports: ignore 原文如此\n乙",
    "a full-width colon": "甲\n<!--lint-reports：ignore x-->\n乙",
    "other line ends": f"甲\r\n{COMMENT}\r\n乙",
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text_reads_as_if_they_were_not_there(name: str) -> None:
    document = read(PLAIN[name].encode(), "a.txt")
    assert paragraphs(document) == ["甲", "乙"]
    assert len(document.comments) == PLAIN[name].count("lint-reports")
    assert [document.to_source(block.span).of(document.source) for block in document.blocks] == ["甲", "乙"]


def test_in_the_middle_of_a_line() -> None:
    document = read(f"甲 {COMMENT} 乙".encode(), "a.txt")
    assert paragraphs(document) == ["甲 乙"]


@pytest.mark.parametrize("text", ["<!-- 注 -->\n甲", "lint-reports\n甲", "\\<!-- lint-reports: ignore x -->\n甲"])
def test_what_is_none_stays(text: str) -> None:
    document = read(text.encode(), "a.txt")
    assert (document.comments, document.text) == ((), text)


LINES = st.lists(
    st.sampled_from(["", "一、工作情况", "　　坚持依法行政，办结五件，", "群众满意。", "甲乙丙丁" * 9]), max_size=30
)


@given(LINES, st.data())
def test_comment_lines_change_nothing_in_plain_text(lines: list[str], data: st.DataObject) -> None:
    marked = list(lines)
    for _ in range(data.draw(st.integers(0, 4))):
        marked.insert(data.draw(st.integers(0, len(marked))), COMMENT)
    bare = read("\n".join(lines).encode(), "a.txt")
    document = read("\n".join(marked).encode(), "a.txt")
    assert paragraphs(document) == paragraphs(bare)
    for block in document.blocks:
        source = document.to_source(block.span)
        shown = block.span.of(document.text)
        assert document.source[source.start] == shown[0]
        assert document.source[source.end - 1] == shown[-1]


MARKDOWN = {
    "a block": f"甲。\n\n{COMMENT}\n\n乙。",
    "at the end of a paragraph": f"甲。 {COMMENT}\n\n乙。",
    "at the end of a line in it": f"甲，{COMMENT}\n乙。",
    "in the middle": f"甲 {COMMENT} 乙。",
    "in a heading": f"## 甲 {COMMENT}\n\n乙。",
    "after strong words": f"**甲** {COMMENT}\n乙。",
    "in a list": f"- 甲\n\n  {COMMENT}\n\n- 乙 {COMMENT}",
    "in a quotation": f"> {COMMENT}\n> 甲",
    "in a table": f"|甲|乙 {COMMENT}|\n|-|-|\n|丙|丁|",
    "in Chinese that is indented": f"    {COMMENT}\n    甲乙丙丁，戊己庚辛，甲乙丙丁，戊己庚辛，甲乙丙丁，戊己庚辛，甲乙丙丁。",
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_reads_as_if_they_were_not_there(name: str) -> None:
    text = MARKDOWN[name]
    document = read(text.encode(), "a.md")
    bare = read(text.replace(f" {COMMENT}", "").replace(COMMENT, "").encode(), "a.md")
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        (block.kind, block.span.of(bare.text)) for block in bare.blocks
    ]
    assert [comment.of(text) for comment in document.comments] == [COMMENT] * text.count(COMMENT)


SHOWN = {
    "a piece of code": f"写 `{COMMENT}` 即可。",
    "a piece of code that is not closed": "写 `<!-- lint-reports: ignore x` 即可。",
    "a block of code": f"```\n{COMMENT}\n```\n",
    "an indented block of code": f"甲。\n\n    {COMMENT}\n",
    "metadata": f"---\ntitle: {COMMENT}\n---\n甲。",
    "an escape": f"\\{COMMENT}",
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_only_shows_how_they_are_written_is_none(name: str) -> None:
    assert read(SHOWN[name].encode(), "a.md").comments == ()


CUTS = {
    "a line of its own": (f"甲\n[{COMMENT}\n]乙",),
    "with its indentation": (f"甲\n[  {COMMENT} \r\n]乙",),
    "and one of two blank lines": (f"甲\n\n[{COMMENT}\n\n]乙",),
    "the end of a line": (f"甲[ {COMMENT} ]\n乙",),
    "the start of a line": (f"[{COMMENT} ]甲",),
    "the middle of a line": (f"甲[ {COMMENT}] 乙",),
    "the middle without blanks": (f"甲[{COMMENT}]乙",),
    "the last line": (f"甲\n[{COMMENT}]",),
}


@pytest.mark.parametrize("name", CUTS)
def test_what_goes_with_one_that_is_taken_out(name: str) -> None:
    (marked,) = CUTS[name]
    text = marked.replace("[", "").replace("]", "")
    start = text.index("<!--")
    cut = cut_of(text, Span(start, start + len(COMMENT)))
    assert f"{text[: cut.start]}[{cut.of(text)}]{text[cut.end :]}" == marked


def test_many_comments_take_time_in_proportion() -> None:
    many = 30_000
    assert len(read((f"甲 {COMMENT}\n" * many).encode(), "a.txt").comments) == many
    assert len(read(("<!-- lint-reports: x " * many).encode(), "a.txt").comments) == 1
    assert len(read((f"甲 {COMMENT}\n\n" * many).encode(), "a.md").comments) == many
