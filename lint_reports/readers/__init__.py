"""Readers: the bytes of a file to a `Document`. One for each kind of file, chosen by the ending of its name."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Mapping
from typing import Final

from lint_reports.document import Document
from lint_reports.readers import plain
from lint_reports.readers.base import Source
from lint_reports.readers.encoding import decode

Reader = Callable[[Source], Document]


def _markdown(source: Source) -> Document:
    # The parser costs as much to load as everything else; plain text does without.
    from lint_reports.readers import markdown

    return markdown.read(source)


READERS: Final[Mapping[str, Reader]] = {
    ".md": _markdown,
    ".markdown": _markdown,
}
"""Endings in lower case. What has another is read as plain text."""


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document in a file.

    Args:
        data: the whole file.
        name: how it is called; its ending chooses the reader.
        encoding: the encoding the user says it has; `None` to find it out.

    Raises:
        InputError: the file is no text, too long, or in no encoding that can be told.
    """
    text, found = decode(data, encoding)
    return parse(text, name, found)


def parse(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The document in a text; `encoding` is that of the file it comes from."""
    reader = READERS.get(os.path.splitext(name)[1].lower(), plain.read)
    return reader(Source(name, text, encoding, _newline(text)))


def _newline(text: str) -> str:
    """The line end used most; LF if there is none."""
    if "\r" not in text:
        return "\n"
    both = text.count("\r\n")
    counts = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    return max(counts, key=counts.__getitem__)
