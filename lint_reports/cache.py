"""Plans of rules kept between runs, so that most runs read no YAML and compile no patterns; configurations, too.

A cache file holds plain data only, stands in the user's own cache folder, and is never taken from a project. With the
plan it holds what it was made from: the sizes and times of the rule files that come with the program, as Python does of
the modules that it has compiled, and digests of all others, since a file that somebody is editing may change twice
within one tick of the clock. It is used only if they are the same; anything odd about it means that the plan is made
again. There is one file for each set of rule files, so an edited rule leaves no old one.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any
from zlib import crc32

from lint_reports import __version__
from lint_reports.digest import content, digest
from lint_reports.patterns import Key, recall, worth_keeping
from lint_reports.plan import Entry, Plan, data_of, patterns_of

CACHE_VARIABLE = "LINT_REPORTS_CACHE_DIR"
"""What names another folder for caches in the environment."""
_MAGIC = b"lint-reports plan\n"
_CHECK = 4
_MAKERS = (".", "kinds", "checks", "configuration", "rulelang", os.path.join("rulelang", "expr"))


def cache_folder() -> str | None:
    """Where this user's caches go: `LINT_REPORTS_CACHE_DIR`, or what the system provides; `None` without a home."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "lint-reports") if os.path.isabs(base) else None


def cached_plan(files: Sequence[str], trusted: int, make: Callable[[], Plan]) -> Plan:
    """The plan of some rule files, from the cache or newly made.

    Args:
        files: the rule files.
        trusted: how many of them, from the first, come with the program.
        make: reads them; what it raises is passed on, and nothing is kept.
    """
    wanted, folder = _made_from(files, trusted), cache_folder()
    path = os.path.join(folder, _file_name(files)) if wanted and folder else None
    kept = _read(path, wanted) if path else None
    if kept is not None:
        recall(kept[1])
        return kept[0]
    plan = make()
    if path:
        _load_patterns()
        codes = {key: marshal.dumps(code) for key, code in worth_keeping(patterns_of(plan)).items()}
        _write(path, _packed(wanted, plan, codes))
    return plan


def _packed(wanted: Any, plan: Plan, codes: Mapping[Key, bytes]) -> bytes:
    """What `_read` reads: an index, and behind it what few runs need of most rules and patterns, end to end."""
    rests = b"".join([entry.rest for entry in plan])
    entries = tuple([(*entry[:-1], len(entry.rest)) for entry in plan])
    lengths = {key: len(code) for key, code in codes.items()}
    index = marshal.dumps((wanted, tuple(data_of(plan)), entries, lengths, len(rests)))
    return b"".join((index, rests, *codes.values()))


def _load_patterns() -> None:
    """Loads what has patterns of its own: those of all modules loaded so far are kept. Documents load each its own."""
    from lint_reports import checks  # noqa: F401
    from lint_reports.analysis import breakdowns, changes, comparisons, figures, rates, repeats, totals  # noqa: F401
    from lint_reports.checks import adding, renumbering, table  # noqa: F401


def _file_name(files: Sequence[str]) -> str:
    named = "\n".join((__version__, str(sys.hexversion), *map(os.path.abspath, files)))
    return f"plan-{crc32(named.encode(errors='surrogateescape')):08x}.bin"


def _made_from(files: Sequence[str], trusted: int) -> Any:
    """What a plan depends on before any rule is read; `None` if a file cannot be read, which reading will explain."""
    try:
        shipped = tuple([_stamp(file) for file in files[:trusted]])
        others = tuple([(file, digest(content(file))) for file in files[trusted:]])
    except OSError:
        return None
    return __version__, sys.hexversion, _changed(), shipped, others


def _stamp(file: str) -> tuple[str, int, int]:
    found = os.stat(file)
    return file, found.st_size, found.st_mtime_ns


@cache
def _changed() -> int:
    """When the modules that make plans were changed last: a checkout changes without a new version."""
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        return max(_newest(os.path.join(here, part)) for part in _MAKERS)
    except OSError:
        return 0


def _newest(folder: str) -> int:
    with os.scandir(folder) as files:
        return max(file.stat().st_mtime_ns for file in files if file.is_file())


def kept(kind: str, content: bytes, make: Callable[[], Any]) -> Any:
    """What is made of a file, from the cache or newly made.

    Args:
        kind: a word for what is made.
        content: the bytes of the file; nothing else decides what is made of it, and where it stands does not matter.
        make: makes it, of plain data; what it raises is passed on, and nothing is kept.
    """
    wanted, folder = (__version__, sys.hexversion, _changed(), digest(content)), cache_folder()
    named = crc32(f"{__version__}\n{sys.hexversion}\n".encode() + content)
    path = os.path.join(folder, f"{kind}-{named:08x}.bin") if folder else None
    stored = _stored(path) if path else None
    if isinstance(stored, tuple) and len(stored) == 2 and stored[0] == wanted:
        return stored[1]
    made = make()
    if path:
        _write(path, marshal.dumps((wanted, made)))
    return made


def _read(path: str, wanted: object) -> tuple[Plan, Mapping[Key, memoryview]] | None:
    try:
        payload = _payload(path)
        made_from, data, entries, lengths, size = marshal.loads(payload)  # noqa: S302 - written by this user, and whole
        if made_from != wanted or not all(digest(content(file)) == known for file, known in data):
            return None
    except (OSError, EOFError, ValueError, TypeError, MemoryError):
        return None
    # Nothing is copied: that would take as long as reading it.
    start = len(payload) - sum(lengths.values()) - size
    rests, codes = (
        _parts(payload, start, [entry[-1] for entry in entries]),
        _parts(payload, start + size, lengths.values()),
    )
    plan = tuple([Entry._make((*fields, rest)) for (*fields, _), rest in zip(entries, rests, strict=True)])
    return plan, dict(zip(lengths, codes, strict=True))


def _parts(payload: memoryview, start: int, lengths: Iterable[int]) -> Iterator[memoryview]:
    """Parts of these lengths that follow one another."""
    for length in lengths:
        yield payload[start : start + length]
        start += length


def _stored(path: str) -> Any:
    """What a file of the cache holds; `None` if it is not whole, or not ours."""
    try:
        return marshal.loads(_payload(path))  # noqa: S302 - written by this user, and whole
    except (OSError, EOFError, ValueError, TypeError, MemoryError):
        return None


def _payload(path: str) -> memoryview:
    """What stands behind the head of a file of the cache; nothing if it is not whole, or not ours."""
    if not is_ours(path):
        return memoryview(b"")
    stored = memoryview(content(path))
    payload = stored[len(_MAGIC) + _CHECK :]
    return payload if stored[: -len(payload)] == _head(payload) else payload[:0]


def is_ours(path: str) -> bool:
    """Whether it is a file that only this user can have written."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        return False
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def _head(payload: bytes | memoryview) -> bytes:
    return _MAGIC + crc32(payload).to_bytes(_CHECK)


def _write(path: str, payload: bytes) -> None:
    from lint_reports.atomic import swapped  # only when something is written

    with suppress(OSError):  # no place for a cache is no reason not to check
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with swapped(path) as file:
            file.write(_head(payload) + payload)
