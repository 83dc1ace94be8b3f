"""The facts that rules may name, with their types.

The analysis makes these values, the rule language checks expressions against their annotations, and the checks read
them: this module is what those three have in common. Every fact has a `span`, the place in `Document.text` that shows
it. A field that may be unknown is `… | None`; an expression that touches an unknown value is undetermined, and an
undetermined rule is silent.
"""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint_reports.choices import RUN_FORMS, Form, Genre, Layout, Mask, Role, Scope, Target, Tense
from lint_reports.furniture import Attachment, Formula, Title
from lint_reports.moments import Duration, Moment, PlanYears, Stretch, Text, Weekday, Year
from lint_reports.text import Span

if TYPE_CHECKING:
    from lint_reports.figures import Figures

__all__ = [
    "RUN_FORMS",
    "Duration",
    "Form",
    "Genre",
    "Layout",
    "Mask",
    "Moment",
    "PlanYears",
    "Role",
    "Scope",
    "Stretch",
    "Target",
    "Tense",
    "Text",
    "Weekday",
    "Year",
]  # from there, too


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
        order: 1 for the first in this document.
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
    order: int = 0


class Passage(NamedTuple):
    """A heading with a label, and what stands below it.

    Attributes:
        span: label and title. heading: the heading, with the tense of its section.
        label: as written. form: its class.
        empty: nothing stands below it, neither text nor headings.
        twin: an earlier heading of the same class and tense, with text below and another label, in the same words.
    """

    span: Span
    heading: Heading
    label: str
    form: Form
    empty: bool
    twin: Text | None


class Reference(NamedTuple):
    """A reference to another part of the same document.

    Attributes:
        span, text: what is referred to, as written: `第四部分`.
        target: what it leads to.
        value: the number of that.
        last: the highest number that there is; `None` if the document does not number such parts.
    """

    span: Span
    text: str
    target: Target
    value: int
    last: int | None


class Signature(NamedTuple):
    """署名 and 成文日期 at the end of a document."""

    span: Span
    organ: Text | None
    date: Moment | None


class Roles(NamedTuple):
    """Who says what about the document, outside its prose.

    Attributes:
        title: the title line, or the title in the metadata.
        recipient: 主送机关, or whom a speech addresses.
        lead: the first paragraph of prose. closing: the last paragraph of the text,
            unless a table, notes or attachments follow.
        formula: what closes it: 特此报告.
        signature: organ and date at the end.
        same_issuer: the organ that signs may be the issuer of the title.
        written: 成文日期. generated: 生成日期 or 发文日期. published: 发布日期.
        number: the document's own number, 某司发〔2024〕5号, with its year.
    """

    title: Title | None
    recipient: Text | None
    lead: Text | None
    closing: Text | None
    formula: Formula | None
    signature: Signature | None
    same_issuer: bool | None
    written: Moment | None
    generated: Moment | None
    published: Moment | None
    number: Year | None


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
    def attachments(self) -> tuple[Attachment, ...]:
        """All attachments, listed or attached, in order."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The headings with labels and what stands below each, in order."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """References to other parts of the document, in order."""

    @property
    def dates(self) -> tuple[Moment, ...]:
        """All dates, in order."""

    @property
    def weekdays(self) -> tuple[Weekday, ...]:
        """The days of the week written after dates, in order."""

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Stretches of time, from one date to another, in order."""

    @property
    def plans(self) -> tuple[PlanYears, ...]:
        """Plans whose names say how long they run, in order."""

    @property
    def events(self) -> tuple[Moment, ...]:
        """The dates on which the text says that something was done, in order."""

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
    def figures(self) -> "Figures":
        """How the figures of the text hang together."""
