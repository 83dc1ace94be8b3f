"""The facts that rules may name, with their types.

The analysis makes these values, the rule language checks expressions against their annotations, and the checks read
them: this module is what those three have in common. Every fact has a `span`, the place in `Document.text` that shows
it. A field that may be unknown is `… | None`; an expression that touches an unknown value is undetermined, and an
undetermined rule is silent.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint_reports.text import Span

if TYPE_CHECKING:
    import datetime

    from lint_reports.figures import Figures

_MONTHS = 12


class Role(StrEnum):
    """What part of a report a paragraph plays."""

    CHROME = "chrome"
    """Left over from a web page: navigation, share buttons, font size."""
    METADATA = "metadata"
    """A line of labels and values: 索引号, 发布日期, 来源."""
    TITLE = "title"
    RECIPIENT = "recipient"
    """主送机关, or whom a speech addresses."""
    BODY = "body"
    SIGNATURE = "signature"
    """署名 and 成文日期 at the end."""
    ATTACHMENT = "attachment"
    """附件说明 and what follows it."""
    NOTE = "note"
    """Glossaries, footnotes and sources after the text."""


class Tense(StrEnum):
    """Which way a section looks."""

    REVIEW = "review"
    """Back: results, measures, progress."""
    PLAN = "plan"
    """Forward: arrangements, tasks, next steps."""
    PROBLEMS = "problems"
    """At what is wanting."""
    MIXED = "mixed"
    """A heading that joins two of them: 存在问题及下一步打算."""
    UNKNOWN = "unknown"


class Mask(StrEnum):
    """What can be masked; a rule lifts a mask by its name."""

    QUOTE = "quote"
    """What stands inside “” and ‘’."""
    TITLE = "title"
    """What stands inside 《》 and 〈〉."""
    CITATION = "citation"
    """Document numbers 〔2024〕5号, case numbers （2024）…号, standards GB/T 9704—2012."""
    URL = "url"
    """Web and mail addresses."""


class Layout(StrEnum):
    """How a labelled paragraph shows its heading."""

    OWN_LINE = "own-line"
    """The heading is the whole paragraph."""
    RUN_IN = "run-in"
    """The heading is the first sentence of the paragraph."""


class Form(StrEnum):
    """The classes of numbering labels, from the highest rank to the lowest, then those inside paragraphs."""

    PART = "编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    HAN = "一、"
    HAN_PAREN = "（一）"
    ARABIC = "1."
    ARABIC_PAREN = "（1）"
    CIRCLED = "①"
    DECIMAL = "1.1"
    YISHI = "一是"
    DIYI = "第一，"
    QIYI = "其一"
    SHOUXIAN = "首先"


RUN_FORMS = (Form.YISHI, Form.DIYI, Form.QIYI, Form.SHOUXIAN)
"""Those inside paragraphs."""


class Text(NamedTuple):
    """A stretch of the document."""

    span: Span
    text: str


class Year(NamedTuple):
    """A year that is written somewhere, as the reason for taking it."""

    span: Span
    value: int


class Moment(NamedTuple):
    """A date, as exact as it was written.

    Attributes:
        span: the whole date as written, for example `2023年1月26日`.
        text: the same, as written.
        year, month, day: the parts; `None` where the text leaves one out.
        year_span, month_span, day_span: the digits of each part; empty at the start of the date if left out.
        role: of the paragraph it stands in.
        tense: of the section it stands in.
        cutoff: it closes a count: 截至2023年10月底.
        quoted: it stands inside a title 《…》 or a quotation “…”.
    """

    span: Span
    text: str
    year: int | None
    month: int | None
    day: int | None
    year_span: Span
    month_span: Span
    day_span: Span
    role: Role = Role.BODY
    tense: Tense = Tense.UNKNOWN
    cutoff: bool = False
    quoted: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The calendar day; `None` if a part is missing or no such day exists."""
        if not self.whole:
            return None
        import datetime  # 5 ms, and few rules ask for calendar days

        return datetime.date(self.year or 0, self.month or 0, self.day or 0)

    @property
    def whole(self) -> bool:
        """Whether year, month and day are given, and such a day exists."""
        return bool(self.year) and self.month is not None and self.day is not None and self.exists

    @property
    def exists(self) -> bool:
        """Whether the parts that are given can be a date at all (2023年2月29日 cannot)."""
        month = 1 if self.month is None else self.month
        if not 1 <= month <= _MONTHS:
            return False
        return self.day is None or 1 <= self.day <= _days_in(2000 if self.year is None else self.year, month)


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


class Marker(NamedTuple):
    """One numbering label.

    Attributes:
        span: the label as written, for example `(三)` or `三是`.
        text: the same, as written.
        form: its class; half-width and Traditional writings are the same class.
        value: its number, from 1.
        value_span: the digits or Han numeral in it.
        style: how the class is written here: `（一）`, `(一)`, `一）`, `1、`, `1.` …
        block: index of the block it stands in.
        inline: it stands inside the block, not at its start.
    """

    span: Span
    text: str
    form: Form
    value: int
    value_span: Span
    style: str
    block: int
    inline: bool = False


class Heading(NamedTuple):
    """The heading of a section.

    Attributes:
        span: label and title.
        text: the title without its label and final stop.
        level: 1 for the highest in this document.
        tense: which way its section looks.
        year: the only year it names outside 《》 and “”; `None` if it names none or several.
        year_span: where that year is written; empty if there is none.
        layout: on a line of its own or run in.
        stop: it ends in 。.
    """

    span: Span
    text: str
    level: int
    tense: Tense
    year: int | None
    year_span: Span
    layout: Layout
    stop: bool


class Signature(NamedTuple):
    """署名 and 成文日期 at the end of a document."""

    span: Span
    organ: Text | None
    date: Moment | None


class Roles(NamedTuple):
    """Who says what about the document, outside its prose.

    Attributes:
        title: the title line, or the title in the metadata.
        lead: the first paragraph of prose.
        signature: organ and date at the end.
        written: 成文日期. generated: 生成日期 or 发文日期. published: 发布日期.
        number: the document's own number, 某司发〔2024〕5号, with its year.
    """

    title: Text | None
    lead: Text | None
    signature: Signature | None
    written: Moment | None
    generated: Moment | None
    published: Moment | None
    number: Year | None


class Scope(StrEnum):
    """How long a time a report covers."""

    YEAR = "year"
    PART_YEAR = "part-year"
    """A half-year, a quarter, some months."""
    TERM = "term"
    """Several years: 近五年, 届内."""
    PLAN = "plan"
    """It only plans."""
    NONE = "none"
    """It is no report: a law, a notice."""


class Genre(StrEnum):
    """What kind of document it is, by its title and its first words."""

    LAW_ANNUAL = "law-annual"
    """法治政府建设年度报告."""
    DISCLOSURE_ANNUAL = "disclosure-annual"
    """政府信息公开工作年度报告."""
    SUMMARY = "summary"
    """工作总结, 工作情况报告, 述职, with or without a plan."""
    GOVERNMENT_WORK = "government-work"
    """政府工作报告; its title carries the year in which it was given."""
    PLAN = "plan"
    """要点, 计划, 方案, 规划, 安排."""
    STATUTE = "statute"
    """Ordered by 第X条."""
    NOTICE = "notice"
    """通知, 意见, 决定, 批复 and the like."""
    OTHER = "other"


class Period(NamedTuple):
    """The time that the document reports on (rules catalogue §5.2).

    Attributes:
        span: where the report year is written; the start of the text if it is not known.
        scope: how long a time that is.
        year: the year reported on.
        plan_year: the year planned for, where the title names it.
        certain: two authorities agree on the year, or the title names it and nothing speaks against it.
        title_year: the year named by the title. lead_year: the year that the first sentence begins with.
        review_years_agree: every heading of a review that names a year names the report year.
    """

    span: Span
    scope: Scope
    year: int | None
    plan_year: int | None
    certain: bool
    title_year: Year | None
    lead_year: Year | None
    review_years_agree: bool


class Script(NamedTuple):
    """How much of the text is in characters that only Traditional script has.

    Attributes:
        span: the first such character; the start of the text if there is none.
        traditional: how many there are.
        share: their part of all Han characters, in percent. Of a text in Traditional script it is 30 to 40.
    """

    span: Span
    traditional: int
    share: float


class Width(NamedTuple):
    """Half-width and full-width marks beside Han characters.

    Attributes:
        span: the first half-width mark.
        half: how many half-width `,;:?!()`. full: how many full-width ones.
        share: half-width ones in percent of all.
    """

    span: Span
    half: int
    full: int
    share: float


class Facts(Protocol):
    """The roots that an expression or a `find` may start from."""

    @property
    def roles(self) -> Roles:
        """Title, signature, metadata."""

    @property
    def period(self) -> Period:
        """The time reported on."""

    @property
    def genre(self) -> Genre:
        """The kind of document."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, in order."""

    @property
    def dates(self) -> tuple[Moment, ...]:
        """All dates, in order."""

    @property
    def document_date(self) -> Moment | None:
        """When the document was written, by the best authority there is (§5.2, 4)."""

    @property
    def script(self) -> Script | None:
        """The script of the text; `None` if there is too little of it to tell."""

    @property
    def width(self) -> Width | None:
        """The width of its marks; `None` if there are none."""

    @property
    def figures(self) -> Figures:
        """How the figures of the text hang together."""
