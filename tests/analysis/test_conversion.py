"""The single characters of the dictionaries: the same as the dictionaries themselves say."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import opencc
import pytest
from opencc import OpenCC

from lint_reports.analysis.conversion import _ALONE, may_change, same_character, traditional_at
from lint_reports.checks.script import _STOP

DICTIONARIES = Path(opencc.__file__).parent / "clib"
IDEOGRAPHS = "".join(map(chr, (*range(0x2E80, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2FA20))))


@pytest.mark.parametrize(
    "text, offset, expected",
    [
        pytest.param("之后的", 1, "後", id="by itself"),
        pytest.param("示范点", 1, "範", id="in a word"),
        pytest.param("皇后街", 1, None, id="after a character that may keep it"),
        pytest.param("天后土", 1, None, id="between two"),
        pytest.param("后", 0, None, id="with nothing round it"),
        pytest.param("一云一", 1, None, id="not in the table"),
    ],
)
def test_one_character(text: str, offset: int, expected: str | None):
    assert traditional_at(text, offset) == expected


@pytest.mark.parametrize(
    "one, other, same",
    [
        pytest.param("為", "爲", True, id="Taiwan"),
        pytest.param("説", "說", True, id="Hong Kong"),
        pytest.param("\uf914", "樂", True, id="the same once more in Unicode"),
        pytest.param("后", "後", False, id="two characters"),
    ],
)
def test_same_character(one: str, other: str, same: bool):
    assert same_character(one, other) is same


@pytest.mark.parametrize("name", ["t2tw", "t2hk"])
def test_shapes(name: str):
    converted = OpenCC(name).convert("\n".join(IDEOGRAPHS)).split("\n")
    changed = [(char, shape) for char, shape in zip(IDEOGRAPHS, converted, strict=True) if char != shape]
    assert [pair for pair in changed if not same_character(*pair)] == []


@pytest.mark.parametrize("char, expected", [("贯", True), ("范", True), ("痼", False), ("县", True), ("規", False)])
def test_change(char: str, expected: bool):
    assert may_change(char) is expected


@pytest.mark.parametrize("char", _ALONE)
def test_alone(char: str):
    assert OpenCC("s2t").convert(char) == _ALONE[char].written


@pytest.mark.parametrize("name", ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "STCharacters"])
def test_words(name: str, tmp_path: Path):
    """No word of the dictionaries is written otherwise than the table says."""
    lines = _dictionary(name, tmp_path)
    wrong = []
    for line in lines:
        word, _, written = line.partition("\t")
        for offset, char in enumerate(written.split(" ")[0]):
            known = traditional_at(f"\n{word}\n", offset + 1) in (None, char)
            if not known or not (word[offset] == char or may_change(word[offset])):
                wrong.append((word, written))
    assert len(lines) > 100
    assert not any(map(_STOP.search, lines))  # so clauses can be looked up one by one
    assert wrong == []


def _dictionary(name: str, folder: Path) -> list[str]:
    tool, packed, plain = DICTIONARIES / "bin" / "opencc_dict", f"{name}.ocd2", folder / f"{name}.txt"
    if not os.access(tool, os.X_OK):
        pytest.skip("this package of OpenCC has no tool to unpack its dictionaries")
    command = [tool, "-i", DICTIONARIES / "share" / "opencc" / packed, "-o", plain, "-f", "ocd2", "-t", "text"]
    subprocess.run(command, check=True, capture_output=True)
    return [line for line in plain.read_text(encoding="utf-8").splitlines() if "\t" in line]
