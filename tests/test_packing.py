"""Outcomes as bytes and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_reports.language import Say
from lint_reports.linter import Linters
from lint_reports.located import Checked, located
from lint_reports.packing import Packer, packed, unpacked
from lint_reports.report import Failure
from lint_reports.settings import Settings

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*/*.[tm]*"))


@pytest.fixture(scope="module")
def linters() -> Linters:
    return Linters()


@pytest.mark.parametrize("path", SEEDS, ids=[f"{path.parent.name}/{path.name}" for path in SEEDS])
@pytest.mark.parametrize("keep_source", [False, True])
def test_what_comes_of_a_sample(linters, path, keep_source) -> None:
    packer = Packer([plain.id for plain in linters.chosen(Settings())])
    outcome = located(linters.of(Settings()).check(path.read_bytes(), path.name), keep_source=keep_source)
    for back in (packer.unpack(packer.pack(outcome), path.name), unpacked(packed(outcome))):
        assert back == outcome
        assert repr(back) == repr(outcome)  # enumerations too, which equal what they are made of


PACKER = Packer(["t/one", "t/two", "t/three"])
OUTCOMES = {
    "clean": Checked("甲.txt", ()),
    "silent rules": Checked("甲.txt", (), not_applicable=("t/one", "t/three")),
    "excused": Checked("甲.txt", (), suppressed=3),
    "everything": Checked("甲.txt", (), 3, ("t/two",), (Say("太慢", "too slow"),), "原文", 4, 5),
    "a rule that gave up": Checked("甲.txt", (), problems=(Say("太慢", "too slow"),)),
    "a failure": Failure("甲.txt", Say("读不了", "cannot be read")),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcomes_without_findings(name) -> None:
    outcome = OUTCOMES[name]
    assert PACKER.unpack(PACKER.pack(outcome), "甲.txt") == outcome
    assert unpacked(packed(outcome)) == outcome
    assert PACKER.unpack(PACKER.pack(outcome), "乙.txt") == outcome._replace(name="乙.txt")


def test_a_clean_file_is_small() -> None:
    assert len(PACKER.pack(OUTCOMES["silent rules"])) < 12
