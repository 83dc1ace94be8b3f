"""Documents that are made once and kept."""

from __future__ import annotations

import pytest

from benchmarks import work as works


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Makes one report, with what makes reports as given, and says when its file was written and what it says."""
    monkeypatch.setattr(works, "WORK", tmp_path)

    def made(makers: str) -> tuple[int, str]:
        monkeypatch.setattr(works, "_makers", lambda: makers)
        (path,) = works.work("one").paths(".txt")
        return path.stat().st_mtime_ns, path.read_text(encoding="utf-8")

    return made


def test_work_is_made_once_and_anew_when_its_makers_change(made, tmp_path) -> None:
    first = made("one way")
    (tmp_path / "one" / "txt" / "old.txt").touch()
    with pytest.raises(ValueError, match="too many values"):
        made("one way")  # it is as it was, with what somebody put there
    again = made("another way")
    assert again[0] > first[0]
    assert again[1] == first[1]


def test_what_makes_documents_is_known_by_its_digest() -> None:
    assert len(works._makers()) == 64
    assert works._makers() == works._makers()
