"""Lists that are too long for a rule: data files beside the rule file, one term on each line.

A field that names one is a `Text` whose check is `read_terms`. What comes back holds the digest of the file, too: the
plan in the cache is good only as long as that is the same.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from lint_reports.digest import digest
from lint_reports.language import Say
from lint_reports.rulelang.located import LINE_END, Place, Scalar, Wrong
from lint_reports.rulelang.patterns import refuse_unfolded
from lint_reports.rulelang.schema import Plain

MAX_BYTES = 500_000
"""The largest data file."""
MAX_TERM = 40
"""The longest line in one, in code points."""
_SUFFIX = ".txt"


def read_terms(scalar: Scalar) -> dict[str, Plain]:
    """The terms in the data file that a field names, relative to its rule file.

    Returns:
        `file`, the path; `digest`, that of its bytes; `terms`, a tuple of its lines without comments.

    Raises:
        Wrong: at the field if the file cannot be used, in the data file if one of its lines is wrong.
    """
    path = _path(scalar)
    content = _content(scalar, path)
    terms = tuple(_terms(_text(scalar, content), path))
    if not terms:
        raise Wrong(scalar.place, Say(f"词表 {scalar.text} 里没有词。", f"the list {scalar.text} has no terms"))
    return {"file": path, "digest": digest(content), "terms": terms}


def _path(scalar: Scalar) -> str:
    """Where the file is. A rule file from a stranger must not read what is not its own."""
    folder, name = os.path.dirname(scalar.place.file), scalar.text
    path = os.path.join(folder, *name.split("/"))
    home = os.path.realpath(folder)
    if not name.endswith(_SUFFIX) or "\\" in name or os.path.isabs(name) or not _below(os.path.realpath(path), home):
        zh = f"“{name}”不是词表的名字：应为规则文件所在文件夹之内的 {_SUFFIX} 文件，例如 data/terms{_SUFFIX}。"
        en = f"“{name}” is no name of a list: a {_SUFFIX} file below the folder of the rule file, data/terms{_SUFFIX}"
        raise Wrong(scalar.place, Say(zh, en))
    return path


def _below(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))


def _content(scalar: Scalar, path: str) -> bytes:
    try:
        # Asked before it is opened: reading a pipe would wait for ever.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Wrong(scalar.place, Say(f"词表 {path} 不是文件。", f"the list {path} is no file"))
        with open(path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        say = Say(f"词表 {path} 读不了：{reason}。", f"the list {path} cannot be read: {reason}")
        raise Wrong(scalar.place, say) from None
    if len(content) > MAX_BYTES:
        zh, en = f"词表 {path} 过大：至多 {MAX_BYTES} 字节。", f"the list {path} is larger than {MAX_BYTES} bytes"
        raise Wrong(scalar.place, Say(zh, en))
    return content


def _text(scalar: Scalar, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        zh = f"词表 {scalar.text} 不是 UTF-8 编码（第 {error.start} 字节），须存为 UTF-8。"
        en = f"the list {scalar.text} is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise Wrong(scalar.place, Say(zh, en)) from None


def _terms(text: str, path: str) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, line in enumerate(LINE_END.split(text), 1):
        term = line.strip()
        if not term or term.startswith("#"):
            continue
        place = Place(path, number, 1)
        if len(term) > MAX_TERM:
            raise Wrong(place, Say(f"过长：一行至多 {MAX_TERM} 字。", f"longer than {MAX_TERM} characters"))
        first = seen.setdefault(term, number)
        if first != number:
            zh, en = f"“{term}”重复，第 {first} 行已有。", f"“{term}” stands twice, first in line {first}"
            raise Wrong(place, Say(zh, en))
        refuse_unfolded(Scalar(place, term, plain=True))
        yield term
