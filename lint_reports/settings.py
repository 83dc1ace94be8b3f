"""What one file is checked with: the outcome of options, configuration files and profiles, as one plain value."""

from typing import NamedTuple

from lint_reports.finding import Severity
from lint_reports.language import Lang


class Settings(NamedTuple):
    """All that decides what is said of a file besides its bytes. Can be hashed, compared and sent to other processes.

    Attributes:
        rule_files: rule files and folders to use beside the shipped packs.
        select: ids, packs or patterns of the rules to run; all that are on if empty.
        ignore: the same, for what not to run.
        levels: severities by id, pack or pattern, `None` for off; of several that fit a rule the last one counts.
        thresholds: rule id, name of a numeric option, and its value instead of the one in the rule file.
        least: rules of a lower severity run only if they are selected by their id.
        fail_on: the lowest severity that makes the exit code 1; `None` if none does.
        lang: the language of messages.
        encoding: Python's name of the encoding of the file; told from its bytes if `None`.
        baseline: the file of known findings, if one is named.
        strict_excuses: excuses must give a reason.
    """

    rule_files: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Severity | None], ...] = ()
    thresholds: tuple[tuple[str, str, int], ...] = ()
    least: Severity = Severity.WARNING
    fail_on: Severity | None = Severity.WARNING
    lang: Lang = "zh"
    encoding: str | None = None
    baseline: str | None = None
    strict_excuses: bool = False
