"""Which reader reads a file, and what every document says of its file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lint_reports.document import Media
from lint_reports.errors import InputError
from lint_reports.readers import read


@pytest.mark.parametrize(
    "name, media",
    [
        ("a.txt", Media.PLAIN),
        ("a", Media.PLAIN),
        ("报告.TXT", Media.PLAIN),
        ("<stdin>", Media.PLAIN),
        (".md", Media.PLAIN),
        ("a.md.txt", Media.PLAIN),
        ("a.md", Media.MARKDOWN),
        ("目录.x/报告.MD", Media.MARKDOWN),
        ("a.markdown", Media.MARKDOWN),
    ],
)
def test_the_ending_of_the_name_chooses_the_reader(name: str, media: Media):
    document = read("某某市".encode(), name)

    assert (document.name, document.media) == (name, media)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text, newline",
    [
        ("", "\n"),
        ("甲", "\n"),
        ("甲\n乙\r\n丙\n", "\n"),
        ("甲\r\n乙\r\n丙\n", "\r\n"),
        ("甲\r乙\r\n丙\r", "\r"),
        ("甲\n乙\r\n", "\n"),
    ],
)
def test_the_line_end_used_most_is_kept(name: str, text: str, newline: str):
    assert read(text.encode(), name).newline == newline


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_empty_file_is_an_empty_document(name: str):
    document = read(b"", name)

    assert (document.text, document.blocks, document.source, document.origins) == ("", (), "", ())


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_encoding_is_noted(name: str):
    assert read("某某市工作报告".encode("gb18030"), name).encoding == "gb18030"
    assert read("蹴鞠".encode("gb18030"), name, "gbk").encoding == "gb18030"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_is_no_text_is_an_error(name: str):
    with pytest.raises(InputError, match="This is a PDF document"):
        read(b"%PDF-1.7", name)


@pytest.mark.parametrize(
    "module", ["tree_sitter", "html", "lint_reports.readers.markdown", "lint_reports.readers.guess"]
)
def test_plain_text_loads_nothing_it_does_not_need(module: str):
    script = (
        "import sys\n"
        "from lint_reports.readers import read\n"
        "read('云溪县工作报告\\n一、工作情况\\n全面完成任务。\\n'.encode(), 'a.txt')\n"
        f"sys.exit({module!r} in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
