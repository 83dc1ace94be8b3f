"""What the tests of formats share: a few outcomes of every sort, and one made to do harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.finding import Basis, Confidence, Edit, Finding, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.located import Located, located
from lint_reports.readers import read
from lint_reports.report import Failure, Report
from lint_reports.reporters import Style, reporter
from lint_reports.text import Span

SOURCE = "某某市工作总结\n(三)加强学习。\n(三)强化监督，截止六月办结五件。\n"
DUPLICATE = Finding(
    rule="outline/duplicate",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    message="序号“(三)”重复",
    span=Span(17, 20),
    related=(Label(Span(8, 11), "前一个在此"),),
    fix=Fix((Edit(Span(18, 19), "四"),), Safety.UNSAFE),
    basis=(Basis("《某标准》", "4.1", "应"), Basis("逻辑", "", "逻辑")),
    section=("一、工作成效", "(三)强化监督"),
)
JIEZHI = Finding(
    rule="wording/jiezhi",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    message="应为“截至”",
    span=Span(25, 27),
    related=(),
    fix=Fix((Edit(Span(26, 27), "至"),), Safety.SAFE),
    basis=(Basis("词典", "", "应"),),
)
STYLE = Finding("punct/style", Severity.INFO, Confidence.POSSIBLE, "宜用全角括号", Span(8, 9), (), None, ())
TITLES = {"outline/duplicate": "序号重复", "wording/jiezhi": "“截止”误用为“截至”"}


@pytest.fixture
def outcomes() -> list[Located]:
    """A file with three findings, a clean one, one on which a rule gave up, and one that is no text."""
    faulty = Report(read(SOURCE.encode(), "报告 1.txt"), (STYLE, DUPLICATE, JIEZHI))
    clean = Report(read("甲。".encode(), "./b.md"), ())
    slow = Report(read("乙。".encode(), "c.txt"), (), problems=(Say("规则 t/a 已放弃。", "rule t/a was given up"),))
    failure = Failure("图.txt", Say("这是图片。", "This is a picture."))
    return [located(one, keep_source=True) for one in (faulty, clean, slow, failure)]


HARM = "=1+1,\"'<script>alert(1)</script>&amp;]]>%0A::error::\x00\x1b[31m\u202e\ufffe\udc80⟦[x](1)\t:"


@pytest.fixture
def harm() -> str:
    """What somebody might put into a document, or a file name, to do harm where a report of it is shown."""
    return HARM


@pytest.fixture
def hostile() -> list[Located]:
    """The same in every text of an outcome."""
    text = HARM.replace("\udc80", "").replace("\x00", "")  # what no document has; a file name may have it
    document = read(f"{text}\n{text}".encode(), "a.txt")._replace(name=f"{HARM}.txt")
    found = DUPLICATE._replace(
        message=text,
        span=Span(0, len(text)),
        related=(Label(Span(len(text) + 1, len(document.text)), text),),
        fix=Fix((Edit(Span(0, len(text)), text),), Safety.SAFE),
        basis=(Basis(text, text, "应"),),
        section=(text,),
    )
    return [located(Report(document, (found,)), keep_source=True), Failure(HARM, Say(text, text))]


@pytest.fixture
def render() -> Callable[..., str]:
    """Writes outcomes in a format."""

    def render(name: str, outcomes: list[Located], lang="zh") -> str:
        return "".join(reporter(name).render(iter(outcomes), Style(lang, titles=TITLES)))

    return render
