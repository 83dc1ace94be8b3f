"""What time a document reports on, what kind of document it is, and when it was written.

Rules catalogue §5.1, §5.2 and §5.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lint_reports.analysis.lexicon import without_brackets
from lint_reports.analysis.outline import Outline
from lint_reports.facts import Form, Genre, Marker, Moment, Period, Roles, Scope, Tense, Text, Year
from lint_reports.patterns import lazy
from lint_reports.text import Span

_GENRES = (
    # Genre, words of which the title has one, words of which it has one, too (after the first), or in which it ends.
    (Genre.GOVERNMENT_WORK, ("政府工作报告", "政府工作的报告"), None),
    (Genre.DISCLOSURE_ANNUAL, ("信息公开",), ("报告", "年报")),
    (Genre.LAW_ANNUAL, ("法治政府", "依法行政"), ("报告", "总结", "情况")),
    (
        Genre.SUMMARY,
        ("总结", "述职", "年报", "工作情况", "年度报告", "工作报告", "情况报告", "情况的报告", "工作汇报", "情况汇报"),
        None,
    ),
)
_PLANS = ("要点", "计划", "方案", "规划", "安排", "思路", "打算", "纲要")
_NOTICES = tuple("通知 意见 决定 批复 公告 通告 函 决议 通报 办法 规定 细则 请示 纪要 答复".split())
_YEAR_IN_TITLE = lazy("(?:19|20)\\d{2}年度?")
_PART_YEAR = lazy(
    "上半年|下半年|[一二三四1-4]季度|前[一二三四五六七八九十\\d]{1,2}个?月|\\d{1,2}[-—~至]\\d{1,2}月|[半季月]度|阶段性|近期|\\d{1,2}月份?工作"
)
_TERM = lazy("五年|届|三年|任期|“?十[一二三四五六]五”?|(?:19|20)\\d{2}年?[ ]?[—\\-~～至][ ]?(?:19|20)\\d{2}年")
_LEAD_YEAR = lazy("(?P<year>(?:19|20)\\d{2})年度?(?!以来|底|初|末|\\d|[ ]?\\d)[，,]?")
_NOW_REPORT = lazy("现将.{0,30}?(?P<year>(?:19|20)\\d{2})年度?.{0,40}?(?:报告|汇报|公布|说明|总结)如下")
_TITLE_YEAR = lazy("(?<!\\d)((?:19|20)\\d{2})(?=年)")
_REPORTED = lazy("现将([^。；]{2,60})(?:报告|汇报)如下")
_MIN_ARTICLES = 3


def genre_of(roles: Roles, masked: str, markers: Sequence[Marker | None]) -> Genre:
    """The kind of document, by its title; a document ordered by 第X条 is a statute."""
    articles = sum(1 for marker in markers if marker is not None and marker.form is Form.ARTICLE)
    if articles >= _MIN_ARTICLES:
        return Genre.STATUTE
    title = roles.title.span.of(masked).replace("\n", "") if roles.title else _what_is_reported(roles.lead, masked)
    return _named_genre(_YEAR_IN_TITLE.sub("", title))


def _named_genre(title: str) -> Genre:
    for genre, words, others in _GENRES:
        at = next((title.find(word) for word in words if word in title), -1)
        if at >= 0 and (others is None or any(title.find(other, at) > at for other in others)):
            return genre
    bare = without_brackets(title)
    if bare.endswith(_PLANS):
        return Genre.PLAN
    return Genre.NOTICE if bare.endswith(_NOTICES) else Genre.OTHER


def _what_is_reported(lead: Text | None, masked: str) -> str:
    """Without a title, 现将……情况报告如下 names the document as well as a title would."""
    found = _REPORTED.search(masked, lead.span.start, lead.span.end) if lead else None
    return f"{found.group(1)}报告" if found else ""


def period_of(genre: Genre, roles: Roles, outline: Outline, folded: str, masked: str) -> Period:
    """The time that a document reports on.

    Args:
        genre: the kind of document.
        roles: its title and lead.
        outline: its sections.
        folded: the folded view.
        masked: the same with quotations and titles masked.
    """
    title = roles.title.span if roles.title else Span(0, 0)
    title_years = _years(masked, title)
    lead_year = _lead_year(masked, roles.lead)
    review = _heading_years(outline, Tense.REVIEW)
    scope = _scope(genre, title.of(folded), outline)
    chosen = _report_year(genre, title_years, review, lead_year)
    agree = chosen is not None and all(year.value == chosen.value for year in review)
    return Period(
        span=chosen.span if chosen else Span(0, 0),
        scope=scope,
        year=chosen.value if chosen else None,
        plan_year=title_years[1].value if len(title_years) == 2 else None,
        certain=agree and _is_certain(genre, chosen, title_years, review, lead_year),
        title_year=title_years[0] if len(title_years) == 1 else None,
        lead_year=lead_year,
        review_years_agree=agree,
    )


def _years(masked: str, span: Span) -> list[Year]:
    found = _TITLE_YEAR.finditer(masked, span.start, span.end)
    years: list[Year] = []
    for year in found:
        if all(int(year.group()) != known.value for known in years):
            years.append(Year(Span(*year.span()), int(year.group())))
    return years


def _lead_year(masked: str, lead: Text | None) -> Year | None:
    if lead is None:
        return None
    found = _LEAD_YEAR.match(masked, lead.span.start, lead.span.end)
    found = found or _NOW_REPORT.search(masked, lead.span.start, lead.span.end)
    return Year(Span(*found.span("year")), int(found["year"])) if found else None


def _heading_years(outline: Outline, tense: Tense) -> list[Year]:
    """The years named by the highest headings that look one way."""
    return [
        Year(section.heading.year_span, section.heading.year)
        for section in outline.sections
        if section.heading.tense is tense and section.heading.year is not None and section.heading.level <= 2
    ]


def _scope(genre: Genre, title: str, outline: Outline) -> Scope:
    if genre in (Genre.STATUTE, Genre.NOTICE):
        return Scope.NONE
    looks_back = any(section.tense in (Tense.REVIEW, Tense.MIXED) for section in outline.sections)
    if genre is Genre.PLAN and not looks_back:
        return Scope.PLAN
    if _PART_YEAR.search(title):
        return Scope.PART_YEAR
    return Scope.TERM if _TERM.search(title) else Scope.YEAR


def _report_year(genre: Genre, title: list[Year], review: list[Year], lead: Year | None) -> Year | None:
    """The year reported on. The title of a 政府工作报告 names the year in which it was given, not that one."""
    if title and genre is not Genre.GOVERNMENT_WORK:
        return title[0]
    if review:
        most = Counter(year.value for year in review).most_common(1)[0][0]
        return next(year for year in review if year.value == most)
    return lead if genre is not Genre.GOVERNMENT_WORK else None


def _is_certain(genre: Genre, chosen: Year | None, title: list[Year], review: list[Year], lead: Year | None) -> bool:
    """Whether nothing speaks against the year, and either the title names it or two other authorities do."""
    if chosen is None or (lead is not None and lead.value != chosen.value):
        return False
    if title and genre is not Genre.GOVERNMENT_WORK:
        return len(title) == 1 or title[1].value == chosen.value + 1
    return len(review) >= 2 or (bool(review) and lead is not None)


def document_date_of(roles: Roles, period: Period) -> Moment | None:
    """When the document was written: its signature, else 成文, 生成 or 发布日期 (§5.2, 4).

    A signature that cannot be right is not used, so that one wrong year does not make every other date wrong, too.
    """
    signed = roles.signature.date if roles.signature else None
    if signed is not None and signed.whole and not _contradicted(signed, roles, period):
        return signed
    dated = (roles.written, roles.generated, roles.published)
    return next((moment for moment in dated if moment is not None and moment.whole), None)


def _contradicted(signed: Moment, roles: Roles, period: Period) -> bool:
    if signed.year is None:
        return True
    if (
        period.scope is Scope.YEAR
        and period.year is not None
        and signed.year <= period.year
        and (signed.month or 12) <= 9
    ):
        return True
    return _days_apart(roles.published, signed) > 300


def _days_apart(one: Moment | None, other: Moment) -> int:
    """How many days lie between two moments; 0 if one of them is no whole date."""
    first, second = one.date if one else None, other.date
    return abs((first - second).days) if first and second else 0
