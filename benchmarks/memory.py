"""The memory of a program and all its children together, looked at some times a second. Only Linux tells."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PAUSE = 0.02
_PROC = Path("/proc")


class Watch:
    """Looks at the processes of a session until it is stopped.

    Shared pages are divided among those who share them, so that the sum is what the machine has given.

    Args:
        session: the process that leads it.
    """

    def __init__(self, session: int) -> None:
        self._session = session
        self._most = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The most there was at a time, in MB."""
        self._done.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        start = time.perf_counter()
        # Often at first, because a process may live but some milliseconds.
        while not self._done.wait(min(_PAUSE, (time.perf_counter() - start) / 10)):
            self._most = max(self._most, sum(map(_megabytes, _processes(self._session))))


def _processes(session: int) -> Iterator[Path]:
    for folder in _PROC.iterdir() if _PROC.is_dir() else ():
        if folder.name.isdecimal():
            with suppress(OSError):  # it has ended
                if os.getsid(int(folder.name)) == session:
                    yield folder


def _megabytes(process: Path) -> float:
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
