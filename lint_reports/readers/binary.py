"""Files that are no text, known by how they begin."""

from __future__ import annotations

from typing import NamedTuple

from lint_reports.errors import InputError
from lint_reports.language import Say


class _Kind(NamedTuple):
    """How a kind of file is known: its first bytes, and bytes that stand further in (empty: none needed)."""

    magic: bytes
    inside: bytes
    zh: str
    en: str


_ZIP = b"PK\x03\x04"

# What a report may well be written in: the remedy is to save it as text.
_DOCUMENTS = (
    _Kind(_ZIP, b"word/", "Word 文档（.docx）", "a Word document (.docx)"),
    _Kind(_ZIP, b"xl/", "Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    _Kind(_ZIP, b"ppt/", "PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation (.pptx)"),
    _Kind(_ZIP, b"OFD.xml", "OFD 文档（.ofd）", "an OFD document (.ofd)"),
    _Kind(_ZIP, b"opendocument", "OpenDocument 文档（.odt）", "an OpenDocument file (.odt)"),
    _Kind(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        "旧版 Office 或 WPS 文档（.doc、.wps、.xls）",
        "an old Office or WPS document (.doc, .wps, .xls)",
    ),
    _Kind(b"%PDF-", b"", "PDF 文档（.pdf）", "a PDF document (.pdf)"),
    _Kind(b"{\\rtf", b"", "RTF 文档（.rtf）", "an RTF document (.rtf)"),
)

_BINARIES = (
    _Kind(_ZIP, b"", "ZIP 压缩包", "a ZIP archive"),
    _Kind(b"Rar!\x1a\x07", b"", "RAR 压缩包", "a RAR archive"),
    _Kind(b"7z\xbc\xaf\x27\x1c", b"", "7z 压缩包", "a 7z archive"),
    _Kind(b"\x1f\x8b\x08", b"", "gzip 压缩文件", "a gzip file"),
    _Kind(b"\x89PNG\r\n\x1a\n", b"", "PNG 图片", "a PNG image"),
    _Kind(b"\xff\xd8\xff", b"", "JPEG 图片", "a JPEG image"),
    _Kind(b"GIF8", b"", "GIF 图片", "a GIF image"),
    _Kind(b"\x7fELF", b"", "可执行程序", "an executable program"),
    _Kind(b"SQLite format 3\0", b"", "SQLite 数据库", "an SQLite database"),
)


def refuse(data: bytes) -> None:
    """Stop at a file of a kind that is known to be no text.

    Raises:
        InputError: it is one; the sentence names the kind and the remedy.
    """
    for kind in _DOCUMENTS:
        if data.startswith(kind.magic) and kind.inside in data:
            raise InputError(
                Say(
                    f"这是{kind.zh}，本版本不读这种格式；请另存为 UTF-8 编码的纯文本（.txt）或 Markdown（.md）。",
                    f"This is {kind.en}, a format that this version does not read; "
                    "save it as plain text (.txt) or Markdown (.md) in UTF-8.",
                )
            )
    for kind in _BINARIES:
        if data.startswith(kind.magic):
            raise InputError(
                Say(
                    f"这是{kind.zh}，不是文本文件；请改选报告的文本文件。",
                    f"This is {kind.en}, no text file; choose the report's text file.",
                )
            )
