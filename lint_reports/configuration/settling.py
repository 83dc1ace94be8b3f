"""Whether what settings name exists; if not, the mistake is shown where it stands."""

from __future__ import annotations

import os

from lint_reports.configuration.layers import Origin
from lint_reports.configuration.merging import Effective, Item, settings_of
from lint_reports.errors import ConfigError, UsageError
from lint_reports.language import Say
from lint_reports.linter import Linters
from lint_reports.rules import NoSuchNumberError, NoSuchRuleError
from lint_reports.settings import Settings


def settle(effective: Effective, linters: Linters) -> Settings:
    """The settings of a file, whose rules and packs all exist.

    Raises:
        ConfigError: if a configuration names what does not exist.
        UsageError: if the command line does.
        RuleFileError: if a rule file has mistakes.
    """
    settings = settings_of(effective, [_package(item) for item in effective.get("packages", ())])
    for item in effective.get("packs", ()):
        if item.origin.line and not os.path.exists(item.value):
            zh, en = f"没有规则文件或文件夹 {item.value}。", f"no rule file or folder {item.value}"
            raise _at(item.origin, Say(zh, en))
    try:
        linters.chosen(settings)
    except NoSuchRuleError as error:
        raise _located(error, [item for item in _named(effective) if error.name in (item.name, item.value)]) from None
    except NoSuchNumberError as error:
        raise _located(error, [item for item in effective["rules"] if error.rule == item.name]) from None
    return settings


def _named(effective: Effective) -> list[Item]:
    return [item for key in ("select", "ignore", "rules") for item in effective.get(key, ())]


def _package(item: Item) -> str:
    from lint_reports.configuration.installed import pack_folder  # only where one is named

    try:
        return pack_folder(item.value)
    except UsageError as error:
        raise _located(error, [item]) from None


def _located(error: UsageError, items: list[Item]) -> UsageError | ConfigError:
    """The same mistake with its place, unless it was made on the command line."""
    found = next((item for item in items if item.origin.line), None)
    return _at(found.origin, error.say) if found else error


def _at(origin: Origin, say: Say) -> ConfigError:
    from lint_reports.rulelang.loading import show_mistake  # only for mistakes

    return ConfigError(show_mistake(*origin, say))
