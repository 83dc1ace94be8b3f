"""The sessions on the pages about adopting the program come out as they are shown."""

from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLAYER = runpy.run_path(str(ROOT / "tests" / "transcripts.py"))
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("docs/adopting.md", "docs/adopting.zh-CN.md")}
SESSIONS = [
    pytest.param(page, part, id=f"{page}-{part.split()[1]}")
    for page, text in PAGES.items()
    for part in PLAYER["sections"](text)
]
NEEDED = {"git", "iconv", "sh"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules are read once for all sessions."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="the sessions need git and iconv")
@pytest.mark.parametrize("page, part", SESSIONS)
def test_a_session_comes_out_as_it_is_shown(tmp_path: Path, cache: Path, page: str, part: str) -> None:
    session = PLAYER["Session"](tmp_path, PLAYER["lang_of"](page), cache)

    assert PLAYER["played"](part, session) == part


def test_both_pages_have_the_same_sessions_and_files() -> None:
    english, chinese = (typed(text) for text in PAGES.values())

    assert english == chinese


def typed(text: str) -> list[str]:
    """The commands of a page with their exit codes, and what its files contain."""
    parts = "".join(PLAYER["sections"](text))
    found = re.findall(r"(?m)^```([a-z]+)\n((?:.*\n)*?)```$", parts)
    return [
        line for info, body in found for line in ([body] if info != "console" else re.findall(r"(?m)^\$ .*$", body))
    ]
