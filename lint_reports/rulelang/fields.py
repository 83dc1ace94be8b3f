"""The fields that every rule has, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_reports.document import BlockKind, Media
from lint_reports.facts import Genre, Layout, Mask, Role, Tense
from lint_reports.finding import Confidence, Safety, Severity
from lint_reports.language import Say
from lint_reports.rulelang.located import Scalar, Wrong
from lint_reports.rulelang.schema import Choice, Field, Flag, ListOf, Record, Text

STRENGTHS = ("应", "宜", "可", "惯例", "逻辑")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _id(scalar: Scalar) -> str:
    if not _ID.fullmatch(scalar.text):
        zh = f"规则名“{scalar.text}”不合格式：应为“包名/错误名”，小写字母、数字和短横线，例如 punct/unpaired。"
        en = f"“{scalar.text}” is no rule id: pack/fault in lower case, digits and hyphens, for example punct/unpaired"
        raise Wrong(scalar.place, Say(zh, en))
    return scalar.text


def say(about: str) -> Record:
    """A sentence in both languages."""
    return Record({"zh": Text("中文"), "en": Text("English")}, ("zh", "en"), about)


def words(values: type, about: str) -> ListOf:
    """One or more members of an enumeration."""
    return ListOf(Choice(tuple(str(member) for member in values)), about, single=True)  # type: ignore[attr-defined]


SCOPE = Record(
    {
        "in": words(Role, "parts of the document; the text (body) if left out"),
        "tense": words(Tense, "which way the section looks"),
        "layout": words(Layout, "headings of this layout only"),
        "block": words(BlockKind, "kinds of blocks by the markup of the file"),
        "genre": words(Genre, "kinds of documents"),
        "lift": words(Mask, "masks to look into: quotations, titles …"),
    },
    about="where the rule looks",
)

FIX = Record(
    {
        "replace": Text("the place to replace"),
        "delete": Text("the place to delete"),
        "insert": Text("the text to insert"),
        "before": Text("insert before this place"),
        "after": Text("insert after this place"),
        "with": Text("what stands there instead"),
        "renumber": Flag("give the series the numbers it ought to have, and follow with references; kind series"),
        "safety": Choice(tuple(Safety), "safe: the meaning cannot change and there is one way; unsafe: a proposal"),
    },
    ("safety",),
    "how to mend it",
)

EXAMPLE = Record(
    {
        "bad": Text("a sample with ⟦⟧ round what must be reported", most=20000),
        "good": Text("a sample on which the rule must be silent", most=20000),
        "fixed": Text("what the fix makes of the bad sample", most=20000),
        "media": Choice(tuple(Media), "how the sample is read; plain text if left out"),
    },
)

RELATED = Record(
    {"at": Text("a place"), "zh": Text(), "en": Text()}, ("at", "zh", "en"), "a further place, and what to say of it"
)

BASIS = Record(
    {
        "source": Text("a standard or regulation, or 逻辑, 语法, 词典, 惯例"),
        "clause": Text("the clause"),
        "strength": Choice(STRENGTHS, "how binding it is: it limits what the message may claim"),
    },
    ("source", "strength"),
)

COMMON: Mapping[str, Field] = {
    "id": Text("pack/fault", _id),
    "kind": Text("which check decides"),
    "severity": Choice(
        tuple(one.label for one in reversed(Severity)),
        "error: wrong without outside facts; warning: very probably; info: style",
    ),
    "confidence": Choice(tuple(Confidence), "how sure a single finding is; follows the severity if left out"),
    "title": say("the fault, in a few words"),
    "why": say("why it matters"),
    "message": say("what is reported; {names} stand for what was found"),
    "basis": ListOf(BASIS, "what the rule rests on"),
    "scope": SCOPE,
    "applies": Text("an expression over the facts of the document that must hold", most=1000),
    "at": Text("the place to report, if the kind has several"),
    "related": ListOf(RELATED, "further places to show"),
    "fix": FIX,
    "enabled": Flag("off until asked for, if false"),
    "tags": ListOf(Text()),
    "examples": ListOf(EXAMPLE, "samples that are tests: at least one bad and one good"),
}
REQUIRED = ("id", "kind", "severity", "title", "message", "basis", "examples")

PACK: Mapping[str, Field] = {
    "pack": Text("the name of the pack: the part before the slash in its rules"),
    "title": say("what the pack is about"),
}
