"""What a fact may be, where it is one of a few things: parts of a document, tenses, kinds of labels.

The values are the words that rule files use.
"""

from enum import StrEnum


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


class Target(StrEnum):
    """What a reference within a document leads to."""

    PART = "part"
    """第四部分: a heading 四、."""
    CHAPTER = "chapter"
    ARTICLE = "article"
    ATTACHMENT = "attachment"


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
    """It is no report: a law, a notice, a speech."""
    UNKNOWN = "unknown"
    """It names a year, but nothing shows that it reports on all of it: an event, a season, a task."""


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
