"""The one door for every interface: bytes in, an outcome out. It touches no disk and prints nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_reports.document import Document
from lint_reports.errors import InputError
from lint_reports.language import Lang
from lint_reports.notices import KIND, Policy
from lint_reports.plan import Plan, titles_of
from lint_reports.readers import read
from lint_reports.report import Failure, Outcome, Report
from lint_reports.rules import choose, load_plan, policy_for, policy_of
from lint_reports.settings import Settings


class Linter:
    """Checks documents with one set of rules.

    Args:
        plan: the rules.
        lang: the language of messages.
        encoding: Python's name of the encoding of all documents; told from their bytes if left out.
        policy: how excuses are judged; what it says of this run and its language is taken from the plan and `lang`.
    """

    def __init__(
        self, plan: Plan, lang: Lang = "zh", encoding: str | None = None, policy: Policy | None = None
    ) -> None:
        from lint_reports.engine import Engine  # half of the start-up, and what comes from the cache needs none

        self.engine = Engine(tuple(rule for rule in plan if rule.kind != KIND), lang)
        self.encoding = encoding
        self._policy = policy_for(policy or Policy(), plan, lang)

    def check(self, data: bytes, name: str) -> Outcome:
        """Checks one document.

        Args:
            data: the bytes of the file.
            name: how it is called in reports; its ending says how it is read.
        """
        return self.check_all([(data, name)])[0]

    def check_all(self, files: Sequence[tuple[bytes, str]]) -> list[Outcome]:
        """Checks some documents together, which takes less than one after the other; the facts of all are in memory.

        Args:
            files: the bytes of each file, and how it is called.
        """
        outcomes = [self._read(data, name) for data, name in files]
        reports = iter(self.engine.run_all([one for one in outcomes if isinstance(one, Document)]))
        return [self._excused(next(reports)) if isinstance(one, Document) else one for one in outcomes]

    def check_document(self, document: Document) -> Report:
        """Checks a document that has been read already."""
        return self._excused(self.engine.run(document))

    def _read(self, data: bytes, name: str) -> Document | Failure:
        try:
            return read(data, name, self.encoding)
        except InputError as error:
            return Failure(name, error.say)

    def _excused(self, report: Report) -> Report:
        if not report.document.comments:
            return report
        from lint_reports.suppressions import excused  # few documents excuse anything

        return excused(report, self._policy)


class Linters:
    """A linter for each kind of settings, made when it is first asked for. For one run, or one process of it.

    Args:
        today: the day that the expiries of excuses are compared with, as `YYYY-MM-DD`; empty if nothing expires.
    """

    def __init__(self, today: str = "") -> None:
        self.today = today
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._chosen: dict[Settings, Plan] = {}
        self._policies: dict[Settings, Policy] = {}
        self._linters: dict[Settings, Linter] = {}

    def __reduce__(self) -> tuple[type, tuple[str]]:
        """Another process makes its own."""
        return type(self), (self.today,)

    def chosen(self, settings: Settings) -> Plan:
        """The rules that run with these settings.

        Raises:
            RuleFileError: if a rule file has mistakes.
            UsageError: if the settings name a rule that does not exist.
        """
        if settings not in self._chosen:
            self._chosen[settings] = choose(self._all(settings), settings)
        return self._chosen[settings]

    def of(self, settings: Settings) -> Linter:
        """What checks files with these settings; raises what `chosen` raises."""
        if settings not in self._linters:
            policy = self.policy(settings)
            self._linters[settings] = Linter(self.chosen(settings), settings.lang, settings.encoding, policy)
        return self._linters[settings]

    def titles(self, lang: Lang) -> Mapping[str, str]:
        """What the rules are called that were asked for so far, also those that do not run, by their ids."""
        return {rule: title for plan in self._plans.values() for rule, title in titles_of(plan, lang).items()}

    def policy(self, settings: Settings) -> Policy:
        """How excuses are judged with these settings; raises what `chosen` raises."""
        if settings not in self._policies:
            every = policy_of(self._all(settings), self.today, strict=settings.strict_excuses)
            self._policies[settings] = policy_for(every, self.chosen(settings), settings.lang)
        return self._policies[settings]

    def _all(self, settings: Settings) -> Plan:
        if settings.rule_files not in self._plans:
            self._plans[settings.rule_files] = load_plan(settings.rule_files)
        return self._plans[settings.rule_files]
