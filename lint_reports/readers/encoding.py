"""Bytes to text: which encoding a file is in, without asking the machine's settings.

In this order: the name the user gave; a byte order mark; strict UTF-8; then whatever gives Chinese prose (`guess`).
What cannot be told is an error and never a guess, and so is a file that does not keep to its encoding.
"""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from lint_reports.errors import InputError
from lint_reports.language import Say
from lint_reports.patterns import lazy

MAX_BYTES = 64 * 1024 * 1024
"""No report is as long as that."""


class Decoded(NamedTuple):
    """The text of a file, without a byte order mark, and Python's name of the encoding."""

    text: str
    encoding: str


# The mark, how to read what follows it, and the name of the two together. That of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)

# What people call by these names often has characters of the larger set.
_NAMED = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
}

# The first bytes of all files that `binary` knows. Text seldom begins with one, and then need not load the table.
_MAY_BE_BINARY = b"%7GPRS{\x1f\x7f\x89\xd0\xff"

_CONTROL = lazy(r"[\0-\x08\x0e-\x19\x1c-\x1f\x7f]")
_BEYOND_EUROPE = lazy(r"[^\0-\u07ff]")
_BEGINNING = 1000

# Compiled when first used: a file in UTF-8 needs neither.
_LINE_END = r"\r\n|\n|\r"
_SURROGATE = "[\ud800-\udfff]"


def decode(data: bytes, override: str | None = None) -> Decoded:
    """The text of a file.

    Args:
        data: the whole file.
        override: the encoding the user says it has; `None` to find it out.

    Raises:
        InputError: the file is no text or too long, or its encoding is unknown, or it does not keep to it.
    """
    if len(data) > MAX_BYTES:
        raise _too_long()
    if data[:1] in _MAY_BE_BINARY:
        _refuse_binary(data)
    named = None if override is None else _canonical(override)
    decoded = _by_mark(data, named) or _by_name(data, named) or _by_content(data)
    nul = decoded.text.find("\0")
    if nul >= 0:
        raise _nul(_line(decoded.text[:nul]))
    return decoded


def _refuse_binary(data: bytes) -> None:
    from lint_reports.readers import binary

    binary.refuse(data)


def _by_mark(data: bytes, named: str | None) -> Decoded | None:
    for bom, codec, name in _MARKS:
        if data.startswith(bom) and named in {None, codec, name}:
            return Decoded(_strict(data, (codec,), len(bom)).text, name)
    return None


def _by_name(data: bytes, named: str | None) -> Decoded | None:
    if named is None:
        return None
    decoded = _strict(data, _NAMED.get(named, (named,)))
    # UTF-7 and the escapes of programming languages can spell what is no character.
    lone = re.search(_SURROGATE, decoded.text)
    if lone:
        raise _surrogate(named, _line(decoded.text[: lone.start()]))
    return decoded


def _by_content(data: bytes) -> Decoded:
    decoded = _fitting(data, ("utf-8",))
    if decoded and not _doubtful(decoded.text):
        return decoded
    # Nearly all files are UTF-8 and do without the table of characters.
    from lint_reports.readers import guess

    names = guess.encodings(data)
    if decoded:
        return _fitting(data, names) or decoded
    if names:
        return _strict(data, names)
    raise _unknown(data)


def _fitting(data: bytes, names: tuple[str, ...]) -> Decoded | None:
    """The text in the first of the encodings that reads all of it; `None` if none does."""
    for name in names:
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(name), name)
    return None


def _doubtful(text: str) -> bool:
    """Whether valid UTF-8 may be so by chance: it has control characters, or letters of Europe only.

    The bytes of 委员 in GBK are ίԱ in UTF-8; half of Chinese in UTF-16 is control characters to UTF-8.
    """
    beginning = text[:_BEGINNING]
    if _CONTROL.search(beginning):
        return True
    return not beginning.isascii() and not _BEYOND_EUROPE.search(beginning)


def _strict(data: bytes, names: tuple[str, ...], start: int = 0) -> Decoded:
    """What the first encoding that fits makes of the bytes from `start` on.

    Raises:
        InputError: none fits; it names the place where the one that came furthest had to stop.
    """
    stops = []
    for name in names:
        try:
            return Decoded(data[start:].decode(name), name)
        except LookupError:
            raise _no_encoding(name) from None
        except UnicodeDecodeError as error:
            stops.append((error.start, name))
        except UnicodeError:
            stops.append((0, name))
    offset, name = max(stops)
    raise _broken(name, start + offset, _line(data[start : start + offset].decode(name, "replace")))


def _line(before: str) -> int:
    return len(re.findall(_LINE_END, before)) + 1


def _canonical(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise _no_encoding(name) from None


def _no_encoding(name: str) -> InputError:
    return InputError(
        Say(
            f"没有名为“{name}”的文本编码；请用 --encoding 指明 utf-8、gb18030、big5、utf-16 之一。",
            f'There is no text encoding called "{name}"; with --encoding name utf-8, gb18030, big5 or utf-16.',
        )
    )


def _too_long() -> InputError:
    return InputError(
        Say(
            f"文件超过 {MAX_BYTES} 字节的上限；请拆分后再检查。",
            f"The file has more than the {MAX_BYTES} bytes that are read; split it and check the parts.",
        )
    )


def _broken(name: str, offset: int, line: int) -> InputError:
    return InputError(
        Say(
            f"文件按 {name} 编码读到第 {line} 行时遇到无效字节（字节偏移 {offset}）；"
            "请修正该处，或将文件另存为 UTF-8，或用 --encoding 指明编码。",
            f"Read as {name}, the file has invalid bytes in line {line} (byte offset {offset}); "
            "mend them, save the file as UTF-8, or name its encoding with --encoding.",
        )
    )


def _surrogate(name: str, line: int) -> InputError:
    return InputError(
        Say(
            f"文件按 {name} 编码读到第 {line} 行时遇到孤立代理项，不成字符；请用 --encoding 指明正确的编码。",
            f"Read as {name}, the file has a lone surrogate in line {line}; name its encoding with --encoding.",
        )
    )


def _nul(line: int) -> InputError:
    return InputError(
        Say(
            f"文件第 {line} 行有空字符（NUL），不是文本文件；请改选报告的文本文件。",
            f"The file has a NUL character in line {line}, so it is no text file; choose the report's text file.",
        )
    )


def _unknown(data: bytes) -> InputError:
    nul = data.find(b"\0")
    if nul >= 0:
        return InputError(
            Say(
                f"文件有空字节（字节偏移 {nul}），按 UTF-16 读也不成中文，不是文本文件；请改选报告的文本文件。",
                f"The file has a NUL byte (byte offset {nul}) and gives no Chinese as UTF-16 either, "
                "so it is no text file; choose the report's text file.",
            )
        )
    return InputError(
        Say(
            "无法判断文件的编码，按 UTF-8、GB18030、Big5、UTF-16 读都不成中文；"
            "请将文件另存为 UTF-8，或用 --encoding 指明编码。",
            "The encoding of the file cannot be told: read as UTF-8, GB18030, Big5 or UTF-16 it gives no Chinese; "
            "save it as UTF-8, or name its encoding with --encoding.",
        )
    )
