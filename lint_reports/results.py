"""What came of files, kept between runs by the digest of what it came of.

They stand in one SQLite file in the user's cache folder: several runs may read and write it at once, and a run that is
killed leaves nothing half-written. Every entry carries a checksum of itself and its key, so that an answer that has
been damaged is none. Whatever goes wrong with the file, files are checked as if there was none.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from zlib import crc32

try:
    # What `sqlite3` takes it from; `sqlite3` itself needs 2 ms more to load, for dates.
    from _sqlite3 import Connection, Error, OperationalError, connect
except ImportError:
    from sqlite3 import Connection, Error, OperationalError, connect

from lint_reports.cache import is_ours

FILE = "results-2.sqlite"
"""Its name; the number changes with the format of entries."""
LIMIT = 256 * 1024 * 1024
"""Bytes of entries from which on the half that was not used for longest is dropped."""
_NUMBERS = 2**63 - 25
"""A prime, so that every byte of a key matters to its number; the largest below what SQLite takes."""
_WEEK = 7 * 24 * 60 * 60
_PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""
_ENTRIES_AT_ONCE = 500
_SECONDS_BETWEEN_WRITES = 2.0
# By their numbers, rows are found three times as fast as by their keys, which need not be stored then: if two keys ever
# have the same number, the checksum is wrong for one of them.
_TABLE = "CREATE TABLE IF NOT EXISTS results (number INTEGER PRIMARY KEY, used INTEGER, checksum INTEGER, content BLOB)"


class Results:
    """The results kept in a folder. Close it, or what was added last is lost.

    Args:
        folder: the cache folder of the user; it is made if it is missing.
        limit: bytes of entries that are kept at most, about.
    """

    def __init__(self, folder: str, limit: int = LIMIT) -> None:
        self._path = os.path.join(folder, FILE)
        self._limit = limit
        self._week = int(time.time() // _WEEK)
        self._new: dict[int, tuple[int, bytes]] = {}
        self._used: list[int] = []
        self._written = time.monotonic()
        self._base = self._opened() or self._opened()  # a damaged file goes, and a new one is made

    def find(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under some keys, at most some hundreds; keys without an entry are left out."""
        if self._base is None:
            return {}
        numbers = {_number(key): key for key in keys}
        marks = ",".join("?" * len(numbers))
        query = f"SELECT number, used, checksum, content FROM results WHERE number IN ({marks})"  # noqa: S608 - question marks only
        try:
            rows = self._base.execute(query, tuple(numbers)).fetchall()
        except Error as error:
            self._give_up(error)
            return {}
        found: dict[bytes, bytes] = {}
        for number, used, checksum, content in rows:
            if used != self._week:
                self._used.append(number)
            if isinstance(content, bytes) and checksum == _checksum(numbers[number], content):
                found[numbers[number]] = content
        return found

    def keep(self, key: bytes, content: bytes) -> None:
        """Keeps something; it is written with more of its kind, now and then."""
        self._new[_number(key)] = _checksum(key, content), content
        if len(self._new) >= _ENTRIES_AT_ONCE or time.monotonic() - self._written > _SECONDS_BETWEEN_WRITES:
            self._write()

    def close(self) -> None:
        """Writes what is not written yet."""
        self._write()
        if self._base is not None:
            self._base.close()
            self._base = None

    def _opened(self) -> Connection | None:
        """The file, ready to be used; `None` if that cannot be. A damaged file is removed."""
        base = None
        try:
            _make_file(self._path)
            if not is_ours(self._path):
                return None
            base = connect(self._path, timeout=_PATIENCE, isolation_level=None)
            # A machine that loses power may leave a file that cannot be read, which is noticed; waiting for the disk
            # in every run would cost more than that.
            base.execute("PRAGMA synchronous = OFF")
            base.text_factory = bytes  # there is no text in it, but for damages
            base.execute(_TABLE)
        except Error as error:
            self._base = base
            self._give_up(error)
            return None
        except OSError:
            return None
        return base

    def _write(self) -> None:
        new, used = self._new, self._used
        self._new, self._used, self._written = {}, [], time.monotonic()
        if self._base is None or not (new or used):
            return
        try:
            self._base.execute("BEGIN IMMEDIATE")
            rows = [(number, self._week, *entry) for number, entry in new.items()]
            self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
            again = [(self._week, number) for number in used]
            self._base.executemany("UPDATE results SET used = ? WHERE number = ?", again)
            self._base.execute("COMMIT")
            self._make_room(self._base)
        except Error as error:
            self._give_up(error)

    def _make_room(self, base: Connection) -> None:
        """Drops the half that was not used for longest if there is too much; the file does not grow any more."""
        (size,) = base.execute(
            "SELECT (page_count - freelist_count) * page_size"
            " FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
        ).fetchone()
        if size > self._limit:
            base.execute(
                "DELETE FROM results WHERE number IN"
                " (SELECT number FROM results ORDER BY used LIMIT (SELECT count(*) / 2 + 1 FROM results))"
            )

    def _give_up(self, error: Error) -> None:
        """Goes on without; what is no database, or damaged, is removed."""
        if self._base is not None:
            with suppress(Error):
                self._base.close()
        self._base = None
        if not isinstance(error, OperationalError):  # busy, full, not to be written: it may be whole
            with suppress(OSError):
                os.unlink(self._path)


def _number(key: bytes) -> int:
    return int.from_bytes(key) % _NUMBERS


def _checksum(key: bytes, content: bytes) -> int:
    return crc32(content, crc32(key))


def _make_file(path: str) -> None:
    """Makes the file if it is missing, so that nobody else may read what is in it."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def count(folder: str) -> int:
    """How many results are kept in a folder; 0 if they cannot be read."""
    path = os.path.join(folder, FILE)
    try:
        with closing(connect(path, timeout=_PATIENCE)) as base:
            (found,) = base.execute("SELECT count(*) FROM results").fetchone()
    except Error:
        return 0
    return int(found)
