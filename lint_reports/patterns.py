"""Patterns of the program and of its own rules: compiled when first used, and kept compiled between runs.

`re` takes 0.1 ms for every set of Chinese characters in a pattern, and the patterns that one report needs have two
hundred of them: a third of the whole run. `re` cannot store what it has compiled, so this module keeps the code that
`re` itself hands to its matcher. That is no public interface. Therefore code is kept only if the pattern made of it
equals the one that `re.compile` makes; it is kept for this very interpreter only; and whatever cannot be kept or
rebuilt is compiled as usual. See `benchmarks/README.md` for what it saves.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, cast

Key = tuple[str, int]
"""The source of a pattern, and its flags."""
Kept = tuple[Any, ...]
"""What `_sre.compile` asks for, as plain data; the code as bytes."""

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")
_WORD = 4
_kept: dict[Key, bytes | memoryview] = {}
_lazy: list[Key] = []


class _Lazy:
    """A pattern that is compiled when one of its methods is first asked for."""

    __slots__ = ("_key", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._key = source, flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not set yet; from then on a call costs no more than one of the pattern itself.
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(*self._key)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be compiled later; it has the methods of one, and no more."""
    _lazy.append((source, int(flags)))
    return cast("re.Pattern[str]", _Lazy(source, int(flags)))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, rebuilt from its code if that was kept."""
    kept = _kept.get((source, flags))
    if kept is not None:
        try:
            return _rebuilt(source, marshal.loads(kept))  # noqa: S302 - from the cache of this user
        except (EOFError, ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            _kept.clear()
    return re.compile(source, flags)


def recall(kept: Mapping[Key, bytes | memoryview]) -> None:
    """Lets patterns be rebuilt from what `worth_keeping` gave in another process, each packed by `marshal`."""
    _kept.update(kept)


def worth_keeping(sources: Iterable[str]) -> dict[Key, Kept]:
    """The code of some patterns and of all lazy ones of the modules loaded so far, as plain data."""
    kept: dict[Key, Kept] = {}
    for source, flags in dict.fromkeys([*_lazy, *((source, 0) for source in sources)]):
        try:
            code = _code(source, flags)
            if _rebuilt(source, code) == re.compile(source, flags):
                kept[source, flags] = code
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            return {}  # another `re` than the one that this was written for
    return kept


def _code(source: str, flags: int) -> Kept:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    words = b"".join(word.to_bytes(_WORD, sys.byteorder) for word in map(int, _compiler._code(parsed, flags)))  # noqa: SLF001 - see above
    return flags | parsed.state.flags, words, parsed.state.groups - 1, dict(groups), tuple(names)


def _rebuilt(source: str, kept: Kept) -> re.Pattern[str]:
    import _sre

    flags, words, groups, numbers, names = kept
    pattern: re.Pattern[str] = _sre.compile(
        source, flags, memoryview(words).cast("I").tolist(), groups, dict(numbers), names
    )
    return pattern
