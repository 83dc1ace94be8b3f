"""What earlier runs have found in the very same bytes, with the same rules, settings and program."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lint_reports import __version__
from lint_reports.digest import digest, whole
from lint_reports.finding import Severity
from lint_reports.linter import Linters
from lint_reports.located import Located
from lint_reports.packing import Packer
from lint_reports.readers import READERS
from lint_reports.results import Results
from lint_reports.settings import Settings

_LIBRARIES = ("ahocorasick_rs-", "opencc-", "regex-", "tree_sitter-", "tree_sitter_markdown-", "pyyaml-")
"""What findings depend on besides our own modules: how the names of the folders with their versions begin."""
_MARSHAL = 2
"""The last format that says the same of equal values, however often they are referred to."""


_PLAIN = b"\0"
_ENDINGS = {ending: number.to_bytes() for number, ending in enumerate(READERS, 1)}
_ENDED = tuple(_ENDINGS)


class _Context(NamedTuple):
    """What an outcome depends on besides the bytes, as a digest; and how outcomes are packed there."""

    digest: bytes
    packer: Packer


class Known:
    """Outcomes by what they depend on.

    Args:
        results: where they are kept.
        linters: for the rules that settings choose.
        keep_source: whether outcomes have the text of the file.
    """

    def __init__(self, results: Results, linters: Linters, *, keep_source: bool) -> None:
        self._results = results
        self._linters = linters
        self._keep_source = keep_source
        self._program = _program()
        self._contexts: dict[Settings, _Context] = {}

    def find(self, contents: Mapping[str, bytes], settings: Settings) -> dict[str, Located]:
        """The outcomes that are known of some files with the same settings, at most some hundreds, by their names.

        Args:
            contents: the digests of the bytes of the files, by their names.
            settings: what they are checked with.
        """
        context = self._context(settings)
        keys = {name: _key(name, content, context) for name, content in contents.items()}
        found, unpack = self._results.find(list(keys.values())), context.packer.unpack
        return {name: unpack(found[key], name) for name, key in keys.items() if key in found}

    def keep(self, content: bytes, settings: Settings, outcome: Located) -> None:
        """Keeps the outcome of a file with bytes of this digest."""
        context = self._context(settings)
        self._results.keep(_key(outcome.name, content, context), context.packer.pack(outcome))

    def _context(self, settings: Settings) -> _Context:
        context = self._contexts.get(settings)
        if context is None:
            plan = self._linters.chosen(settings)
            # An outcome that the day makes a difference to is not kept; which rules run says the plan.
            policy = self._linters.policy(settings)._replace(today="", ran=frozenset())
            rules = tuple(map(tuple, plan))
            depends: Any = (self._program, rules, repr(policy), repr(_beside_plan(settings)), self._keep_source)
            packer = Packer([rule.id for rule in plan])
            context = self._contexts[settings] = _Context(digest(marshal.dumps(depends, _MARSHAL)), packer)
        return context


def _key(name: str, content: bytes, context: _Context) -> bytes:
    return content + context.digest + _reader(name.lower())


def _reader(name: str) -> bytes:
    """What stands for the reader that the ending of a name in lower case chooses."""
    if not name.endswith(_ENDED):  # most have none, and to cut off an ending takes long
        return _PLAIN
    return _ENDINGS.get(os.path.splitext(name)[1], _PLAIN)


def _beside_plan(settings: Settings) -> Settings:
    """The settings that decide what is found besides the rules: all but those that have become rules or count later."""
    return settings._replace(
        rule_files=(),
        select=(),
        ignore=(),
        levels=(),
        thresholds=(),
        least=Severity.INFO,
        fail_on=None,
        baseline=None,
    )


def _program() -> tuple[object, ...]:
    """What says that it is still the same program: a checkout changes without a new version, and so do libraries.

    It says the same wherever the same is installed, so that a cache can be handed on from machine to machine.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    modules = digest(b"\0".join(map(whole, _modules(here))))
    return __version__, sys.hexversion, modules, *_libraries()


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path


def _libraries() -> Iterator[str]:
    """The names and versions of what we use, as the folders beside it say; `importlib.metadata` takes 40 ms for it."""
    from importlib.util import find_spec  # only where results are kept

    found = find_spec("regex")  # the others stand beside it
    if found is not None and found.origin is not None:
        place = os.path.dirname(os.path.dirname(found.origin))
        yield from sorted(name for name in os.listdir(place) if name.lower().startswith(_LIBRARIES))
