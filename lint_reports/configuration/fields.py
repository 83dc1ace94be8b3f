"""What may stand in a configuration: one table of fields reads the file and makes the JSON schema for editors."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, NamedTuple

from lint_reports.finding import Severity
from lint_reports.globs import read_glob
from lint_reports.language import Say
from lint_reports.rulelang.located import Node, Scalar, Wrong
from lint_reports.rulelang.schema import (
    Choice,
    Field,
    Flag,
    Integer,
    ListOf,
    MapOf,
    Plain,
    Record,
    Text,
    TextOr,
    scalar_of,
    unknown,
)

SEVERITIES = tuple(one.label for one in reversed(Severity))
OFF = "off"
NEVER = "never"
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
_MOST = 1_000_000


class Path(NamedTuple):
    """A pattern for paths, as in `.gitignore`. Read as its text and what `globs.read_glob` makes of it."""

    def read(self, node: Node) -> tuple[str, Plain]:
        """The pattern."""
        scalar = scalar_of(node)
        try:
            glob = read_glob(scalar.text)
        except ValueError:
            glob = None
        if glob is None:
            zh, en = f"“{scalar.text}”不是路径通配符，写法同 .gitignore。", "is no pattern for paths as in .gitignore"
            raise Wrong(scalar.place, Say(zh, f"“{scalar.text}” {en}"))
        return scalar.text, glob

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1}


class Profile(NamedTuple):
    """The name of a profile that comes with the program."""

    about: str

    def read(self, node: Node) -> str:
        """The name, as its file is called."""
        from lint_reports.configuration.profiles import profile_names  # profiles are read with these fields

        scalar, names = scalar_of(node), profile_names()
        if scalar.text not in names:
            raise unknown(scalar.place, scalar.text, names, Say("方案", "profile"))
        return names[scalar.text]

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        from lint_reports.configuration.profiles import profile_names  # the same

        return {"enum": list(profile_names()), "description": self.about}


def read_encoding(scalar: Scalar) -> str:
    """The name of an encoding of text.

    Raises:
        Wrong: if Python knows none of that name.
    """
    try:
        if codecs.lookup(scalar.text)._is_text_encoding:  # noqa: SLF001 - there is no other way to ask
            return scalar.text
    except (LookupError, ValueError):
        pass
    raise unknown(scalar.place, scalar.text, _ENCODINGS, Say("编码", "encoding"))


_RULES = "ids, packs or patterns such as outline/*"
LEVEL = TextOr(
    Choice((OFF, *reversed(SEVERITIES)), "the severity, or off"),
    Record(
        {
            "severity": Choice((OFF, *reversed(SEVERITIES)), "the severity, or off"),
            "options": MapOf(Integer(0, _MOST), "numbers of the rule by their names in its file, such as least"),
        },
        about="the severity and the numbers of a rule",
    ),
    "severity",
)

EVERYWHERE: Mapping[str, Field] = {
    "profile": Profile("a set of severities for one kind of text; your own rules and overrides go before it"),
    "severity": Choice(SEVERITIES, "the lowest severity reported; warning if left out"),
    "fail-on": Choice((*SEVERITIES, NEVER), "the lowest severity that makes the exit code 1; warning if left out"),
    "select": ListOf(Text(_RULES), "only these rules; begins the choice anew", single=True),
    "ignore": ListOf(Text(_RULES), "without these rules", single=True),
    "rules": MapOf(LEVEL, "severities of rules, by id, pack or pattern: off, info, warning, error"),
    "encoding": Text("the encoding of the files; told from their bytes if left out", read_encoding),
}
"""What may also stand in an override."""

OVERRIDE = Record(
    {"paths": ListOf(Path(), "patterns for paths, from the folder of this file", single=True), **EVERYWHERE},
    ("paths",),
    "what else holds for some paths",
)

FIELDS: Mapping[str, Field] = {
    "root": Flag("look for no configuration in the folders above"),
    **EVERYWHERE,
    "packs": ListOf(Text("a path"), "rule files and folders of your own, from the folder of this file", single=True),
    "packages": ListOf(Text("a name"), "installed packs, by the names of their entry points", single=True),
    "exclude": ListOf(Path(), "paths that are never checked, as in .gitignore", single=True),
    "gitignore": Flag("whether files that git ignores are left out of folders; true if left out"),
    "lang": Choice(("zh", "en"), "the language of messages"),
    "baseline": Text("the file of known findings, from the folder of this file"),
    "strict-excuses": Flag("excuses must give a reason"),
    "overrides": ListOf(OVERRIDE, "what else holds for some paths; the last that fits counts"),
}
