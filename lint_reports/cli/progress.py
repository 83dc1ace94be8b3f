"""A bar that shows how far a long run is: on a terminal only, and never among the findings."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports.cli.output import Write
from lint_reports.language import Lang, Say
from lint_reports.located import Located

_PATIENCE = 1.0
"""Seconds that a run may take without a word."""
_FORMAT = "{desc} {n_fmt}/{total_fmt} |{bar}| {percentage:3.0f}% {remaining}"


class Progress:
    """The bar of one run, once it is worth one.

    Args:
        total: how many files there are.
        lang: the language of the word before the bar.
    """

    def __init__(self, total: int, lang: Lang) -> None:
        self._total = total
        self._lang = lang
        self._bar: Any = None
        self._is_wanted = total > 1 and _is_watched()

    def over(self, outcomes: Iterable[Located]) -> Iterable[Located]:
        """The same outcomes; the bar moves as they pass and is gone at their end."""
        return self._shown(outcomes) if self._is_wanted else outcomes

    def _shown(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        start = time.monotonic()
        try:
            for done, outcome in enumerate(outcomes, 1):
                if self._bar is not None:
                    self._bar.update(1)
                elif time.monotonic() - start > _PATIENCE:
                    self._bar = self._begun(done)
                yield outcome
        finally:
            if self._bar is not None:
                self._bar.close()

    def beside(self, write: Write, *, is_terminal: bool) -> Write:
        """Writes as `write` does; if that is the terminal with the bar, the bar makes room."""
        if not (is_terminal and self._is_wanted):
            return write

        def written(text: str) -> object:
            if self._bar is not None:
                self._bar.clear()
            return write(text)

        return written

    def _begun(self, done: int) -> Any:
        import threading

        from tqdm import tqdm  # 30 ms, and only long runs show a bar

        tqdm.monitor_interval = 0  # a thread of its own would be in the way of starting processes
        tqdm.set_lock(threading.RLock())  # the usual one is for several processes, and starts one
        return tqdm(
            desc=Say("检查", "checking").text(self._lang),
            total=self._total,
            initial=done,
            bar_format=_FORMAT,
            dynamic_ncols=True,
            leave=False,
            file=sys.stderr,
        )


def _is_watched() -> bool:
    """Whether somebody looks at a terminal that can show a bar."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and "CI" not in os.environ
