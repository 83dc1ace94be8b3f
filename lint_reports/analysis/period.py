"""What time a document reports on, what kind of document it is, and when it was written.

Rules catalogue §5.1, §5.2 and §5.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lint_reports.analysis.lexicon import without_brackets
from lint_reports.analysis.outline import Outline
from lint_reports.facts import Form, Genre, Heading, Marker, Moment, Period, Roles, Scope, Tense, Text, Year
from lint_reports.patterns import lazy
from lint_reports.text import Span

_GENRES = (
    # Genre, words of which the title has one, words of which it has one, too (after the first).
    (Genre.GOVERNMENT_WORK, ("政府工作报告", "政府工作的报告"), None),
    (Genre.GOVERNMENT_WORK, ("法院", "检察院", "常务委员会", "人大常委会"), ("工作报告", "工作的报告")),
    (Genre.DISCLOSURE_ANNUAL, ("信息公开",), ("报告", "年报")),
    (Genre.LAW_ANNUAL, ("法治政府", "依法行政"), ("报告", "总结", "情况")),
    (
        Genre.SUMMARY,
        ("总结", "述职", "年报", "工作情况", "年度报告", "工作报告", "情况报告", "情况的报告", "工作汇报", "情况汇报"),
        None,
    ),
)
_SUBJECTS = (
    (Genre.DISCLOSURE_ANNUAL, ("主动公开政府信息", "政府信息公开申请", "信息公开行政复议")),
    (Genre.LAW_ANNUAL, ("法治政府", "依法行政", "法治建设")),
)
_PLANS = ("要点", "计划", "方案", "规划", "安排", "思路", "打算", "纲要")
_NOTICES = tuple("通知 意见 决定 批复 公告 通告 函 决议 通报 办法 规定 细则 请示 纪要 答复".split())
_YEAR_IN_TITLE = lazy("(?:19|20)\\d{2}[ ]?年度?")
_PART_YEAR = lazy(
    "上半年|下半年|[一二三四1-4]季度|前[一二三四五六七八九十\\d]{1,2}个?月|\\d{1,2}[-—~至]\\d{1,2}月|[半季月]度|阶段性|近期|\\d{1,2}月份?工作"
)
_TERM = lazy("五年|届|三年|任期|“?十[一二三四五六]五”?|(?:19|20)\\d{2}[ ]?年?[ ]?[—\\-～~至][ ]?(?:19|20)\\d{2}[ ]?年")
_LEAD_YEAR = lazy("(?P<year>(?:19|20)\\d{2})[ ]?年度?(?!以来|底|初|末|[ ]?\\d)[，,]?")
_NOW_REPORT = lazy("现将.{0,30}?(?P<year>(?:19|20)\\d{2})[ ]?年度?.{0,40}?(?:报告|汇报|公布|说明|总结)如下")
_TITLE_YEAR = lazy("(?<!\\d)((?:19|20)\\d{2})(?=[ ]?年)")
_REPORTED = lazy("现将([^。；]{2,60})(?:报告|汇报)如下")

# The year in the title of a speech, a report to a meeting or a greeting is that of the occasion.
_OCCASION = (
    "会议上",
    "大会上",
    "会上",
    "讲话",
    "发言",
    "致辞",
    "贺词",
    "献词",
    "贺信",
    "倡议书",
    "公开信",
    "慰问信",
    "主持词",
)
_REPORTS = ("情况", "总结", "回顾", "报告", "成效", "汇报", "述职", "述法", "述廉", "小结", "年报", "概况", "综述")

# What shows that a whole year is reported on, and what shows that it is an event, a season or a task of that year.
_WHOLE_YEAR = lazy(
    "年(?:度|全年)?(?:全面|重点|主要|各项|法治|政务|行政)?工作(?:总结|情况|报告|汇报|回顾|述职|思路|要点|完成|开展)"
)
_YEARLY = lazy("年度(?:[^，。]{0,40})(?:报告|总结|述职|述法|述廉|年报|小结|情况)|年终|全年")
_ALL_YEAR = lazy(
    "一年来|(?<!争)(?<!保)(?<!现)(?<!计)全年(?:共|累计|新|完成|实现|办理|受理|开展|召开|组织|未|无|办结|审查|接待|建成)"
)
_NARROW = lazy(
    "活动|月[”」]?|[春夏秋冬]季?|节|周[”」]?|日[”」]|考|汛|赛|演练|专项|评选|评审|换届|选举|普查|招[生聘录]|学期|三夏|造林|绿化"
    "|预算|决算|审计|提案|议案|建议|阶段|期间|[首第].{0,3}[批次]|检查|督查|巡[视察]|整改|调研|考察|培训|项目|公示|会议"
)
_SPACES = lazy("[ \\r\\n]+")
_MIN_ARTICLES = 3


def genre_of(roles: Roles, masked: str, markers: Sequence[Marker | None], outline: Outline) -> Genre:
    """The kind of document, by its title, else by its sections; a document ordered by 第X条 is a statute."""
    article = Form.ARTICLE
    if len([marker for marker in markers if marker is not None and marker.form is article]) >= _MIN_ARTICLES:
        return Genre.STATUTE
    title = _SPACES.sub("", roles.title.span.of(masked)) if roles.title else _what_is_reported(roles.lead, masked)
    named = _named_genre(_YEAR_IN_TITLE.sub("", title))
    return named if roles.title or named is not Genre.OTHER else _sectioned_genre(outline, masked)


def _sectioned_genre(outline: Outline, masked: str) -> Genre:
    """Without a title, headings tell what the report is on, if two of the highest agree."""
    highest = [
        section.heading.span.of(masked)
        for section in outline.sections
        if section.heading.level == 1 and section.heading.tense is not Tense.UNKNOWN
    ]
    for genre, words in _SUBJECTS:
        if sum(any(word in heading for word in words) for heading in highest) >= 2:
            return genre
    return Genre.OTHER


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
    title_years = [] if _is_occasion(genre, title.of(masked)) else _years(masked, title)
    lead_year = _lead_year(masked, roles.lead)
    review = _heading_years(outline, Tense.REVIEW)
    chosen = _report_year(genre, title_years, review, lead_year)
    agree = chosen is not None and all(year.value == chosen.value for year in review)
    return Period(
        span=chosen.span if chosen else Span(0, 0),
        scope=_scope(genre, title.of(folded), title_years, outline, masked),
        year=chosen.value if chosen else None,
        plan_year=title_years[1].value if len(title_years) == 2 else None,
        certain=agree and _is_certain(genre, chosen, title_years, review, lead_year, roles),
        title_year=title_years[0] if len(title_years) == 1 else None,
        lead_year=lead_year,
        review_years_agree=agree,
    )


def _is_occasion(genre: Genre, title: str) -> bool:
    """Whether the year in a title is that of a meeting or a feast, not of what is reported."""
    if any(words in title for words in _OCCASION):
        return True
    return genre is Genre.OTHER and not without_brackets(title.replace("\n", "")).endswith(_REPORTS)


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
        if section.own is tense and section.heading.year is not None and section.heading.level <= 2
    ]


def _scope(genre: Genre, title: str, years: list[Year], outline: Outline, masked: str) -> Scope:
    if genre in (Genre.STATUTE, Genre.NOTICE) or any(words in title for words in _OCCASION):
        return Scope.NONE
    if genre is Genre.PLAN:
        return Scope.PLAN
    if _PART_YEAR.search(title):
        return Scope.PART_YEAR
    if _TERM.search(title):
        return Scope.TERM
    return Scope.YEAR if _is_whole_year(genre, title, years, outline, masked) else Scope.UNKNOWN


def _is_whole_year(genre: Genre, title: str, years: list[Year], outline: Outline, masked: str) -> bool:
    """Whether something shows that a whole year is reported on: the title, the plans for the next one, or 全年."""
    if genre in (Genre.LAW_ANNUAL, Genre.DISCLOSURE_ANNUAL, Genre.GOVERNMENT_WORK) or len(years) == 2:
        return True
    heads = [section.heading for section in outline.sections if section.heading.level == 1]
    named = title or "\n".join(heading.text for heading in heads)
    if _WHOLE_YEAR.search(named.replace(" ", "")) or _looks_to_next_year(heads):
        return True
    return not _NARROW.search(_YEAR_IN_TITLE.sub("", title)) and bool(_YEARLY.search(named) or _ALL_YEAR.search(masked))


def _looks_to_next_year(heads: Sequence[Heading]) -> bool:
    """Whether plans are headed with the year after that of the review, or with 明年."""
    reviewed = {heading.year for heading in heads if heading.tense is Tense.REVIEW and heading.year}
    plans = [heading for heading in heads if heading.tense is Tense.PLAN]
    return any(heading.year and heading.year - 1 in reviewed for heading in plans) or any(
        word in heading.text for heading in plans for word in ("明年", "来年", "下一年", "下年度")
    )


def _report_year(genre: Genre, title: list[Year], review: list[Year], lead: Year | None) -> Year | None:
    """The year reported on. The title of a 政府工作报告 names the year in which it was given, not that one."""
    if title and genre is not Genre.GOVERNMENT_WORK:
        return title[0]
    if review:
        most = Counter(year.value for year in review).most_common(1)[0][0]
        return next(year for year in review if year.value == most)
    return lead if genre is not Genre.GOVERNMENT_WORK else None


def _is_certain(
    genre: Genre, chosen: Year | None, title: list[Year], review: list[Year], lead: Year | None, roles: Roles
) -> bool:
    """Whether nothing speaks against the year, and either the title names it or two other authorities do."""
    if chosen is None or (lead is not None and lead.value != chosen.value):
        return False
    if genre is Genre.GOVERNMENT_WORK:
        given = _given_in(title, roles)
        return len(review) >= 2 or (bool(review) and (lead is not None or given == chosen.value + 1))
    if title:
        return len(title) == 1 or title[1].value == chosen.value + 1
    return len(review) >= 2 or (bool(review) and lead is not None)


def _given_in(title: list[Year], roles: Roles) -> int | None:
    """The year in which a report was given to a congress."""
    if title:
        return title[0].value
    dated = roles.written or roles.published or (roles.signature.date if roles.signature else None)
    return dated.year if dated else None


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
