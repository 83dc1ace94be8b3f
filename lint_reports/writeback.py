"""Edits of a decoded text, made in the bytes of its file, and the file written anew.

What is not edited is not encoded again: its bytes stay as they are, with the byte order mark, the line ends and
whatever else an encoding can write in more than one way.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint_reports.atomic import leave_cleanly, replacing
from lint_reports.errors import InputError, OutputError
from lint_reports.finding import Edit
from lint_reports.fixing import Check, Fixed, Options, mend
from lint_reports.language import Say
from lint_reports.placing import apply
from lint_reports.readers.encoding import decode
from lint_reports.report import Report

_MARKS = (
    ("utf-8-sig", codecs.BOM_UTF8, "utf-8"),
    ("utf-32", codecs.BOM_UTF32_LE, "utf-32-le"),
    ("utf-32", codecs.BOM_UTF32_BE, "utf-32-be"),
    ("utf-16", codecs.BOM_UTF16_LE, "utf-16-le"),
    ("utf-16", codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NATIVE = f"{sys.byteorder[0]}e"
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": f"utf-16-{_NATIVE}", "utf-32": f"utf-32-{_NATIVE}"}
_NARROWER = {"gb18030": "gbk", "big5hkscs": "cp950"}
"""Smaller sets that most files in an encoding keep to: programs that know only these must still be able to read it."""


class Writing(NamedTuple):
    """How the text of a file is written.

    Attributes:
        codec: Python's name of the encoding of what follows the mark.
        mark: how many bytes the byte order mark has.
        repertoire: the encoding that new characters must fit.
    """

    codec: str
    mark: int
    repertoire: str

    def has(self, text: str) -> bool:
        """Whether all characters of a text can be written."""
        try:
            text.encode(self.repertoire)
        except UnicodeError:
            return False
        return True


def writing_of(data: bytes, encoding: str) -> Writing:
    """How a file is written.

    Args:
        data: the whole file.
        encoding: that of its document; `utf-16` and the like do not say which of two it is, the bytes do.
    """
    for name, mark, codec in _MARKS:
        if name == encoding and data.startswith(mark):
            return Writing(codec, len(mark), codec)
    codec = _WITHOUT_MARK.get(encoding, encoding)
    narrower = _NARROWER.get(codec)
    return Writing(codec, 0, narrower if narrower and _reads(data, narrower) else codec)


def edited(data: bytes, writing: Writing, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file after edits of its text.

    Args:
        data: the whole file.
        writing: how it is written.
        edits: in order, not overlapping; spans count code points of the decoded text, without the mark.

    Raises:
        OutputError: the encoding does not allow to change parts of a text.
    """
    text = data[writing.mark :].decode(writing.codec)
    wanted = apply(text, edits)
    try:
        made = b"".join(_pieces(data, text, writing, edits))
        if made[writing.mark :].decode(writing.codec) == wanted:
            return made
    except (LookupError, UnicodeError):
        pass
    zh = f"无法在 {writing.codec} 编码的文件里只改一部分，未写；可将文件另存为 UTF-8 后重试。"
    en = f"parts of a file in {writing.codec} cannot be changed; it was not written; save it as UTF-8 and try again"
    raise OutputError(Say(zh, en))


class Mended(NamedTuple):
    """A file after its fixes, not written yet.

    Attributes:
        fixed: what was done, and what remains to be reported.
        data: the bytes that the file is to have; those it has if nothing was done.
    """

    fixed: Fixed
    data: bytes


def mend_data(data: bytes, report: Report, check: Check, *, unsafe: bool, encoding: str | None = None) -> Mended:
    """Applies the fixes of a report to the bytes that it was made from.

    Args:
        data: the whole file.
        report: what was found in it.
        check: what the document is checked with again, after each round.
        unsafe: apply also fixes that somebody should read.
        encoding: the encoding that the user says the file has.

    Raises:
        OutputError: parts of the file cannot be changed, or it would then be read in another encoding.
    """
    writing = writing_of(data, report.document.encoding)
    fixed = mend(report, Options(check, unsafe, writing.has))
    for edits in fixed.rounds:
        data = edited(data, writing, edits)
    if fixed.rounds and not _reads_as(data, encoding, fixed.report.document.source):
        zh = "改后的文件会被认作另一种编码，未写；请用 --encoding 指明编码。"
        raise OutputError(Say(zh, "its encoding could no longer be told after the fixes; name it with --encoding"))
    return Mended(fixed, data)


def _reads_as(data: bytes, encoding: str | None, text: str) -> bool:
    try:
        return decode(data, encoding).text == text
    except InputError:
        return False


def write_back(path: str, old: bytes, new: bytes) -> None:
    """Puts new content in the place of old, in one step.

    A symbolic link stays one; what it leads to is written. A file that has several names is left alone: replacing it
    under one would part it from the others.

    Args:
        path: the file.
        old: what was read from it. If it has something else by now, it is left alone.
        new: what it is to have.

    Raises:
        OutputError: it could not be written and is as it was.
    """
    target = os.path.realpath(path)
    try:
        refused = _refusal(target)
        if refused:
            raise _unwritten(path, refused)
        leave_cleanly()
        with replacing(target) as file:
            file.write(new)
            with open(target, "rb") as now:
                if now.read(len(old) + 1) != old:
                    raise _unwritten(path, Say("检查期间文件已被别的程序改动", "it has been changed since it was read"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unwritten(path, Say(reason, reason)) from None


def _pieces(data: bytes, text: str, writing: Writing, edits: Sequence[Edit]) -> Iterator[bytes]:
    offsets = _byte_offsets(data, text, writing, [offset for edit in edits for offset in edit.span])
    done = 0
    for number, edit in enumerate(edits):
        yield data[done : offsets[2 * number]]
        yield edit.text.encode(writing.codec)
        done = offsets[2 * number + 1]
    yield data[done:]


def _byte_offsets(data: bytes, text: str, writing: Writing, offsets: Sequence[int]) -> list[int]:
    """Where code points of the text begin in the file; raises `UnicodeError` if one begins within a byte sequence."""
    if not writing.codec.startswith("utf-") or writing.codec == "utf-7":
        return list(_found_by_decoding(data, writing, offsets))
    found: list[int] = []
    at, done = writing.mark, 0
    for offset in offsets:
        at += len(text[done:offset].encode(writing.codec))
        found.append(at)
        done = offset
    return found


def _found_by_decoding(data: bytes, writing: Writing, offsets: Iterable[int]) -> Iterator[int]:
    """The same for encodings that may write a character in several ways: byte by byte."""
    decoder = codecs.getincrementaldecoder(writing.codec)()
    at, count = writing.mark, 0
    for offset in offsets:
        while count < offset:
            count += len(decoder.decode(data[at : at + 1]))
            at += 1
        if count != offset:
            raise UnicodeError
        yield at


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _refusal(target: str) -> Say | None:
    found = os.stat(target)
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        return Say("文件是只读的，请先改权限", "it is read-only; change its rights first")
    if found.st_nlink > 1:
        zh = f"它有 {found.st_nlink} 个硬链接，写入会使它与其他名字分开；请先复制为单独的文件"
        return Say(
            zh, f"it has {found.st_nlink} hard links and would be parted from the others; make a copy of it first"
        )
    return None


def _unwritten(path: str, why: Say) -> OutputError:
    return OutputError(
        Say(f"没有写入 {path}：{why.zh}。原有内容未动。", f"{path} was not written: {why.en}; it is unchanged")
    )
