"""Texts and paths made harmless."""

from __future__ import annotations

import os
from xml.dom.minidom import parseString
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, strategies as st

from lint_reports.reporters.escaping import Path, path_of, printable, writable

PATHS = {
    "a.txt": Path("a.txt", inside=True),
    "./a.txt": Path("a.txt", inside=True),
    "./甲/../a.txt": Path("a.txt", inside=True),
    "甲/乙.txt": Path("甲/乙.txt", inside=True),
    "../a.txt": Path("../a.txt", inside=False),
    "/elsewhere/a.txt": Path("/elsewhere/a.txt", inside=False),
    "<stdin>": Path("<stdin>", inside=True),
}


@pytest.mark.skipif(os.sep != "/", reason="paths of POSIX")
@pytest.mark.parametrize("name", PATHS)
def test_paths(name) -> None:
    assert path_of(name) == PATHS[name]


def test_an_absolute_path_below_the_current_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path_of(str(tmp_path / "甲" / "a.txt")) == Path("甲/a.txt", inside=True)
    assert not path_of(f"{tmp_path}-other").inside


def test_printable() -> None:
    assert printable("甲\x1b[2J\t乙\n\u202e\u200f") == "甲\ufffd[2J 乙\ufffd\ufffd\ufffd"


@given(st.text(st.characters(exclude_categories=())))
def test_writable_texts_can_be_written_as_xml(text: str) -> None:
    shown = writable(text)
    assert len(shown) == len(text)
    assert parseString(f"<a>{escape(shown)}</a>".encode()).documentElement is not None


def test_writable_leaves_alone_what_can_be_written() -> None:
    assert writable("甲\t\r\nA\x85é𠮷") == "甲\t\r\nA\x85é𠮷"
    assert writable("\x00\x0b\x7f\ud800\ufffe\ufdd0") == "\ufffd" * 6
