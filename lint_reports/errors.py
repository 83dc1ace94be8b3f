"""What can go wrong, as one small tree.

    UserError            the user can mend it; caught once, in the command line
    ├── UsageError       arguments that do not fit together
    ├── InputError       a document that cannot be read (bytes, encoding, markup)
    ├── RuleFileError    one or more mistakes in a rule file, each with its place
    ├── ConfigError      one or more mistakes in a configuration file, each with its place
    └── OutputError      a result that cannot be written

Anything else that is raised is our mistake and keeps its traceback.
"""

from __future__ import annotations

from enum import IntEnum

from lint_reports.language import Lang, Say


class ExitCode(IntEnum):
    """What the process says to the script that called it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INTERNAL = 3


class UserError(Exception):
    """A mistake of the user's, said in both languages.

    Args:
        say: the whole sentence: what, where, and what to do about it.
    """

    def __init__(self, say: Say) -> None:
        super().__init__(say.en)
        self.say = say

    def __reduce__(self) -> tuple[type, tuple[Say]]:
        """How it is copied to another process."""
        return type(self), (self.say,)

    def message(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.say.text(lang)


class UsageError(UserError):
    """Arguments or options that do not fit together."""


class InputError(UserError):
    """A document that cannot be read. It fails alone; the run goes on."""


class RuleFileError(UserError):
    """One or more mistakes in rule files, joined into one message."""


class ConfigError(UserError):
    """One or more mistakes in configuration files, joined into one message."""


class OutputError(UserError):
    """A result that cannot be written where it was asked for."""
