"""What holds for every document, whatever is in the file."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import assume, given, strategies as st

from lint_reports.document import Document
from lint_reports.errors import InputError
from lint_reports.readers import read
from lint_reports.readers.base import BLANK
from lint_reports.readers.flat import flat_passages
from lint_reports.text import Span

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
PARTS = st.sampled_from(
    [
        *"甲乙，。、：；“”（）一aZ9 \t\n\r\f\v\u2028\u3000\u200b\u00a0\ufeff𠮷",
        *"#*_`~[]()<>!&;\\|-+.:=",
        "\r\n", "\n\n", "  \n", "\\\n", "    ", "　　", "**", "***", "~~", "```\n", "---\n", "===\n", "|---|\n", "| 甲 |", "1. ", "1) ", "- ", "> ", "# ",
        "（一）", "一、", "[^1]", "[^1]: ", "[甲]: /b\n", "[甲]", "](u)", "![", "&amp;", "&emsp;", "&#10;", "<br>", "<b>", "</b>", "<!-- ", " -->",
        "<div>\n", "<关于>", "- [ ] ", "title: 甲\n", "发布日期：", "青禾区依法推进工作",
    ]
)  # fmt: skip
MIXED = st.lists(PARTS, max_size=60).map("".join)
FLAT = st.lists(
    st.sampled_from(["全市工作", "**一、总述**", "**重点：**", "2**3", "# 标题", "## 乙 ##", "#丙", " ", "  ", "——副题", "1.甲", "`码`", "[1]", "a b", "***", "\\", "\n", "\n\n"])
).map("".join)  # fmt: skip
"""Mostly what is read without a parser."""
SENTENCE = "青禾区深入推进依法行政，全年组织检查一百二十次，取得明显成效。"


@st.composite
def wrapped(draw: st.DrawFn) -> str:
    """Paragraphs cut at one width, and now and then something else between the lines."""
    width = draw(st.integers(16, 30))
    indent = draw(st.sampled_from(["", "　　", "    "]))
    lines: list[str] = []
    for times in draw(st.lists(st.integers(1, 6), min_size=3, max_size=8)):
        paragraph = indent + SENTENCE * times + draw(st.sampled_from(["", "Smart City", "A", "\u200b"]))
        lines += [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
        lines += draw(st.lists(MIXED.map(lambda text: text[:12]), max_size=1))
    return draw(st.sampled_from(["\n", "\r\n", "\r", " \n"])).join(lines)


def check(document: Document) -> None:
    text, source = document.text, document.source
    spans = [block.span for block in document.blocks]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
    for span in spans:
        shown = span.of(text)
        assert shown == shown.strip(BLANK)
        assert not set(shown) & set("\n\r\f\v\u2028\u2029")
        places = [document.to_source(Span(at, at + 1)) for at in range(span.start, span.end)]
        assert all(0 <= place.start < place.end <= len(source) for place in places)
        assert all(left.start <= right.start for left, right in pairwise(places))
        assert 0 <= document.to_source(span).start < document.to_source(span).end <= len(source)
    check_origins(document)


def check_origins(document: Document) -> None:
    ends = [*(origin.start for origin in document.origins[1:]), len(document.text)]
    assert [origin.start for origin in document.origins[:1]] in ([], [0])
    assert all(origin.start < end for origin, end in zip(document.origins, ends, strict=False))
    assert all(left.source.end <= right.source.start for left, right in pairwise(document.origins))
    for (start, place), end in zip(document.origins, ends, strict=False):
        if place.end - place.start == end - start:
            assert place.of(document.source) == document.text[start:end]


@given(FLAT | MIXED)
def test_the_parser_tells_the_blocks_that_are_told_without_it(text: str):
    assume(flat_passages(text, 0) is not None)
    alone, parsed = read(text.encode(), "a.md"), read((text + "\n\n```\n```\n").encode(), "a.md")
    assert (alone.text, alone.blocks, alone.origins) == (parsed.text, parsed.blocks, parsed.origins)


@given(text=st.one_of(ANY, MIXED, wrapped()))
def test_plain_text(text: str):
    document = read(text.encode(), "a.txt")

    check(document)
    if not document.origins:
        assert document.text is document.source


@given(text=st.one_of(ANY, MIXED, wrapped()))
def test_markdown(text: str):
    document = read(text.encode(), "a.md")

    check(document)
    assert document.text == "\n".join(block.span.of(document.text) for block in document.blocks)


@given(text=st.one_of(ANY, MIXED))
def test_nothing_that_shows_is_lost_from_plain_text(text: str):
    document = read(text.encode(), "a.txt")
    kept = "".join(block.span.of(document.text) for block in document.blocks)

    assert [character for character in kept if character not in BLANK] == [
        character for character in document.source if character not in BLANK
    ]


@given(data=st.binary())
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_bytes_are_read_or_refused(name: str, data: bytes):
    with contextlib.suppress(InputError):
        check(read(data, name))
