"""The page as it is written; `test_html_browser.py` looks at it in a browser."""

from __future__ import annotations

import re
import sys
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings, strategies as st

from lint_reports.errors import UsageError
from lint_reports.finding import Confidence, Severity
from lint_reports.located import Excerpt, LocatedFinding, LocatedLabel, Place
from lint_reports.reporters import Style, reporter
from lint_reports.reporters.html.marks import marked_line, marks_of
from lint_reports.text import LineIndex, Position


class Page(HTMLParser):
    """The tags of a page, the ids it has and the places it links to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            elif name in ("href", "xlink:href"):
                self.links.append(value)
            elif name in ("src", "srcset", "action"):
                self.loads.append(value)
            elif name.startswith("on"):
                self.handlers.append(name)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_the_page_is_whole_and_loads_nothing(render, outcomes) -> None:
    written = render("html", outcomes)
    page = Page(written)
    assert written.startswith("<!DOCTYPE html>\n")
    assert written.endswith("</html>\n")
    assert page.tags.count("script") == 1
    assert page.tags.count("svg") == 3
    assert (page.loads, page.handlers) == ([], [])
    assert [link for link in page.links if not link.startswith("#")] == []
    assert "@import" not in written
    assert "url(" not in written
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_both_ends_of_a_contradiction_lead_to_each_other(render, outcomes) -> None:
    written = render("html", outcomes)
    first, second = (re.findall(f'<div class="line"><span class="no">{line}</span>.*', written)[0] for line in (2, 3))
    assert '<span id="m1-2-1"></span>' in first
    assert '<a class="hit related" href="#m1-2" data-of="2" title="前一个在此">三)</a>' in first
    assert '<a class="tag related" href="#m1-2" data-of="2">2a⇄</a>' in first
    assert '<span id="m1-2"></span><a class="hit error" href="#f1-2"' in second
    assert '<a class="tag error" href="#m1-2-1" data-of="2">2⇄</a>' in second


def test_a_card(render, outcomes) -> None:
    written = render("html", outcomes)
    card = written[written.index('<li id="f1-2"') : written.index('<li id="f1-3"')]
    assert card == """\
<li id="f1-2" class="card error" data-severity="error" data-rule="outline/duplicate">
<p class="said"><a class="number" href="#m1-2">2</a> <b class="error">错误</b> 序号“(三)”重复</p>
<ul class="related"><li><a href="#m1-2-1">2a 第2行第1列</a> 前一个在此</li></ul>
<p class="fix">建议（需人工确认）：“三” → “四”</p>
<p class="about">第3行第1列 · <code>outline/duplicate</code> 序号重复 · 依据：《某标准》 4.1（应）；逻辑（逻辑）</p>
</li>
"""  # fmt: skip


@pytest.mark.parametrize(
    "lang, language, tiles, reason",
    [
        ("zh", "zh-Hans", "4 个文件1 个有问题1 个错误1 个警告1 个提示2 处有修改建议2 个未能完整检查", "这是图片。"),
        ("en", "en", "4 files1 with findings1 errors1 warnings1 infos2 with a fix2 not checked in full", "This is a picture."),
    ],
    ids=["zh", "en"],
)  # fmt: skip
def test_the_summary(render, outcomes, lang, language, tiles, reason) -> None:
    written = render("html", outcomes, lang)
    assert f'<html lang="{language}">' in written
    assert text_of(re.findall('<ul class="tiles">.*', written)[0]) == tiles
    assert f"<li><code>图.txt</code> {reason}</li>" in written


def test_files_without_findings_add_nothing(render, outcomes) -> None:
    many = [outcomes[1]._replace(name=f"{number}.md") for number in range(2000)]
    few, more = render("html", outcomes[:2]), render("html", [outcomes[0], *many])
    assert abs(len(more) - len(few)) < 10
    assert "<b>2001</b> 个文件" in more


def test_a_clean_run(render, outcomes) -> None:
    written = render("html", outcomes[1:2])
    assert '<p class="none">没有发现问题。</p>' in written
    assert "<svg" not in written
    assert "<article" not in written


def test_the_same_outcomes_give_the_same_page(render, outcomes) -> None:
    assert render("html", outcomes) == render("html", outcomes)


def test_long_stretches_without_findings_are_folded_away(render, outcomes) -> None:
    (checked, *_) = outcomes
    source = checked.source + "乙。\n" * 60
    written = render("html", [checked._replace(source=source)])
    assert re.findall("<summary>(第.*?)</summary>", written) == ["第 6—63 行未见问题"]
    assert written.count('<div class="line">') == 63
    left_out = render("html", [checked._replace(source=source + "丙" * 200_000)])
    assert '<p class="left-out">第 6—64 行未见问题</p>' in left_out
    assert left_out.count('<div class="line">') == 5


def test_a_document_whose_text_was_not_kept_has_its_findings(render, outcomes) -> None:
    written = render("html", [outcomes[0]._replace(source=None)])
    assert written.count('<li id="f1-') == 3
    assert '<div class="line">' not in written


def test_a_finding_on_the_last_empty_line_is_shown(render, outcomes) -> None:
    (checked, *_) = outcomes
    finding = checked.findings[0]
    place = finding.place._replace(start=Position(4, 1), end=Position(4, 1))
    written = render("html", [checked._replace(findings=(finding._replace(place=place),))])
    assert '<span id="m1-1"></span>' in written
    assert '<li id="f1-1"' in written


def test_a_document_runs_no_script(render, hostile) -> None:
    written = render("html", hostile)
    page = Page(written)
    assert page.tags.count("script") == 1
    assert (page.loads, page.handlers) == ([], [])
    assert "\x00" not in written
    assert "\x1b" not in written


def test_the_charts_need_a_library_and_say_so_first(outcomes, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pygal", None)
    asked = []
    with pytest.raises(UsageError) as caught:
        next(reporter("html").render((asked.append(one) or one for one in outcomes), Style()))
    assert caught.value.say.zh == "--format html 画图要用 pygal，尚未安装；请运行：pip install 'lint-reports[html]'。"
    assert asked == []


def finding(index: LineIndex, start: int, end: int, *related: tuple[int, int]) -> LocatedFinding:
    def place(start: int, end: int) -> Place:
        return Place(index.position(start), index.position(end), 1, 1, "", Excerpt("", "", "", 0, 0))

    labels = tuple(LocatedLabel(place(*other), "另一处") for other in related)
    return LocatedFinding("t/a", Severity.ERROR, Confidence.CERTAIN, "有误", place(start, end), labels, None, (), ())


@settings(max_examples=300)
@given(source=st.text("甲<&\"'\n\r 𠮷", max_size=30), data=st.data())
def test_marks_change_nothing_of_the_text(source: str, data: st.DataObject) -> None:
    index = LineIndex(source)
    places = st.integers(0, len(source)).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start, len(source)))
    )
    spans = data.draw(st.lists(st.lists(places, min_size=1, max_size=3), max_size=5))
    marks = marks_of([finding(index, *first, *others) for first, *others in spans], index)
    ids = []
    for number in range(1, index.position(len(source)).line + 1):
        line = index.line_span(number)
        html = marked_line(source, line, marks.get(number, ()), 1)
        assert text_of(re.sub('<a class="tag.*?</a>', "", html)) == line.of(source)
        assert html.count("<a ") == html.count("</a>")
        ids += Page(html).ids
    assert sorted(ids) == sorted(
        f"m1-{number}" + (f"-{other}" if other else "")
        for number, places in enumerate(spans, 1)
        for other in range(len(places))
    )


def test_very_long_lines_are_shortened_between_marks() -> None:
    source = "甲" * 5000 + "误" + "乙" * 5000
    index = LineIndex(source)
    html = marked_line(source, index.line_span(1), marks_of([finding(index, 5000, 5001)], index)[1], 1)
    assert text_of(re.sub('<a class="tag.*?</a>', "", html)) == (
        f"{'甲' * 300}…[4400]…{'甲' * 300}误{'乙' * 300}…[4400]…{'乙' * 300}"
    )
