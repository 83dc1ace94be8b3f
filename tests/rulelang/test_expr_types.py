"""What can be named, of what type it is, and where it stands."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import NamedTuple

import pytest

from lint_reports.facts import (
    Genre,
    Heading,
    Layout,
    Moment,
    Passage as Headed,
    Period,
    PlanYears,
    Reference,
    Role,
    Roles,
    Scope,
    Script,
    Signature,
    Stretch,
    Tense,
    Text as Passage,
    Weekday,
    Width,
    Year,
)
from lint_reports.figures import Figures
from lint_reports.furniture import Attachment
from lint_reports.rulelang.expr.evaluate import BadTreeError, reader
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.types import (
    BOOL,
    DATE,
    DECIMAL,
    FLOAT,
    INT,
    STR,
    Kind,
    Type,
    field_path,
    fields,
    has_place,
    place,
    roots,
)
from lint_reports.text import Span

MOMENT = Type(Kind.RECORD, Moment)
HEADING = Type(Kind.RECORD, Heading)
NAMES = {"signed": MOMENT, "heading": HEADING, "period": Type(Kind.RECORD, Period), "year": INT}


def maybe(found: Type) -> Type:
    return found._replace(optional=True)


class Sample(NamedTuple):
    """Every sort of annotation that a fact may carry."""

    span: Span
    whole: int
    exact: Decimal
    rough: float | None
    years: tuple[int, ...]
    moments: tuple[Moment, ...] | None
    pair: tuple[int, int]
    either: int | str
    anything: object

    @property
    def day(self) -> datetime.date | None:
        return None

    @property
    def _secret(self) -> int:
        return 0

    def method(self) -> int:
        return 0


def test_roots_are_the_properties_of_facts() -> None:
    assert dict(roots()) == {
        "roles": Type(Kind.RECORD, Roles),
        "period": Type(Kind.RECORD, Period),
        "genre": Type(Kind.ENUM, Genre),
        "headings": Type(Kind.LIST, item=HEADING),
        "attachments": Type(Kind.LIST, item=Type(Kind.RECORD, Attachment)),
        "passages": Type(Kind.LIST, item=Type(Kind.RECORD, Headed)),
        "references": Type(Kind.LIST, item=Type(Kind.RECORD, Reference)),
        "dates": Type(Kind.LIST, item=MOMENT),
        "weekdays": Type(Kind.LIST, item=Type(Kind.RECORD, Weekday)),
        "stretches": Type(Kind.LIST, item=Type(Kind.RECORD, Stretch)),
        "plans": Type(Kind.LIST, item=Type(Kind.RECORD, PlanYears)),
        "events": Type(Kind.LIST, item=MOMENT),
        "document_date": maybe(MOMENT),
        "script": maybe(Type(Kind.RECORD, Script)),
        "width": maybe(Type(Kind.RECORD, Width)),
        "figures": Type(Kind.RECORD, Figures),
    }


def test_fields_of_a_moment_are_its_parts_and_properties_but_no_spans() -> None:
    assert list(fields(Moment).items()) == [
        ("text", STR),
        ("year", maybe(INT)),
        ("month", maybe(INT)),
        ("day", maybe(INT)),
        ("role", Type(Kind.ENUM, Role)),
        ("tense", Type(Kind.ENUM, Tense)),
        ("cutoff", BOOL),
        ("quoted", BOOL),
        ("date", maybe(DATE)),
        ("whole", BOOL),
        ("exists", BOOL),
    ]


def test_annotations_that_rules_cannot_use_are_left_out() -> None:
    assert list(fields(Sample).items()) == [
        ("whole", INT),
        ("exact", DECIMAL),
        ("rough", maybe(FLOAT)),
        ("years", Type(Kind.LIST, item=INT)),
        ("moments", maybe(Type(Kind.LIST, item=MOMENT))),
        ("day", maybe(DATE)),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("genre", Type(Kind.ENUM, Genre), id="root"),
        pytest.param("headings", Type(Kind.LIST, item=HEADING), id="list"),
        pytest.param("period.year", maybe(INT), id="optional field"),
        pytest.param("period.certain", BOOL, id="certain field"),
        pytest.param("period.scope", Type(Kind.ENUM, Scope), id="enumeration"),
        pytest.param("roles.title.text", maybe(STR), id="field of an optional record"),
        pytest.param("roles.number", maybe(Type(Kind.RECORD, Year)), id="optional record"),
        pytest.param("roles.signature", maybe(Type(Kind.RECORD, Signature)), id="record of records"),
        pytest.param("roles.signature.organ", maybe(Type(Kind.RECORD, Passage)), id="two steps"),
        pytest.param("roles.signature.date.exists", maybe(BOOL), id="property, optional by its owner"),
        pytest.param("script.share", maybe(FLOAT), id="float"),
    ],
)
def test_a_path_leads_to_a_type(path: str, expected: Type) -> None:
    assert field_path(path) == expected


def test_a_path_may_start_from_names() -> None:
    assert field_path("heading.layout", NAMES) == Type(Kind.ENUM, Layout)


@pytest.mark.parametrize(
    ("path", "offset", "zh", "en"),
    [
        pytest.param(
            "rolls.title",
            0,
            "没有名称“rolls”；是不是“roles”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures。",
            "There is no name `rolls`; did you mean `roles`? "
            "Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures.",
            id="root",
        ),
        pytest.param(
            "roles.signature.dates",
            16,
            "“Signature”没有字段“dates”；是不是“date”？可用的有：organ、date。",
            "A `Signature` has no field `dates`; did you mean `date`? Allowed: organ, date.",
            id="field",
        ),
        pytest.param(
            "headings.year",
            9,
            "列表没有字段“year”。可用的有：无。",
            "A list has no field `year`. Allowed: none.",
            id="field of a list",
        ),
        pytest.param(
            "period.year.real",
            12,
            "整数没有字段“real”。可用的有：无。",
            "A whole number has no field `real`. Allowed: none.",
            id="field of a number",
        ),
        *(
            pytest.param(
                path,
                0,
                f"“{path}”不是路径；请写成 roles.signature.date 这样。",
                f"`{path}` is no path; write it like roles.signature.date.",
                id=f"no path {path!r}",
            )
            for path in ("", ".", "roles.", "roles..title", "roles title", "roles.__class__", "ｒoles", "roles.title\n")
        ),
    ],
)
def test_a_wrong_path_is_reported_at_its_step(path: str, offset: int, zh: str, en: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        field_path(path)

    assert (caught.value.offset, *caught.value.say) == (offset, zh, en)


@pytest.mark.parametrize(
    ("path", "chain"),
    [
        pytest.param("signed", ("signed", "span"), id="record"),
        pytest.param("signed.year", ("signed", "year_span"), id="field with a span of its own"),
        pytest.param("heading.year", ("heading", "year_span"), id="year of a heading"),
        pytest.param("period.title_year", ("period", "title_year", "span"), id="record in a record"),
    ],
)
def test_a_place_is_a_chain_of_attributes(path: str, chain: tuple[str, ...]) -> None:
    assert place(path, NAMES) == chain
    assert has_place(path, NAMES)


@pytest.mark.parametrize(
    ("path", "offset", "zh", "en"),
    [
        pytest.param(
            "signed.date",
            7,
            "“signed.date”在文中没有位置。可用的有：year、month、day。",
            "`signed.date` has no place in the text. Allowed: year, month, day.",
            id="property",
        ),
        pytest.param(
            "period.year",
            7,
            "“period.year”在文中没有位置。可用的有：title_year、lead_year。",
            "`period.year` has no place in the text. Allowed: title_year, lead_year.",
            id="concluded, not written",
        ),
        pytest.param(
            "year",
            0,
            "“year”在文中没有位置。可用的有：signed、heading、period。",
            "`year` has no place in the text. Allowed: signed, heading, period.",
            id="bare number",
        ),
    ],
)
def test_what_is_written_nowhere_has_no_place(path: str, offset: int, zh: str, en: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        place(path, NAMES)

    assert (caught.value.offset, *caught.value.say) == (offset, zh, en)
    assert not has_place(path, NAMES)


def test_a_place_of_something_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(ExpressionError) as caught:
        has_place("signed.era", NAMES)

    assert caught.value.offset == 7


def test_a_reader_follows_a_chain_until_something_is_unknown() -> None:
    written = Passage(Span(3, 8), "某某市司法局")
    read = reader(("signature", "organ", "span"))

    def roles(signature: Signature | None) -> Roles:
        return Roles(None, None, None, None, None, signature, None, None, None, None, None)

    assert read(roles(Signature(Span(3, 20), written, None))) == Span(3, 8)
    assert read(roles(Signature(Span(3, 20), None, None))) is None
    assert read(roles(None)) is None
    assert reader(())(written) is written


@pytest.mark.parametrize("name", ["__class__", "_fields", "span.start", "", "1", 7, None])
def test_a_reader_stays_inside_the_facts(name: str) -> None:
    with pytest.raises(BadTreeError):
        reader((name,))
