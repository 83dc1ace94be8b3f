"""What is seen in a folder, and the configuration that is proposed."""

from __future__ import annotations

import pytest
import yaml

from lint_reports.language import Say
from lint_reports.starting.starter import proposed_profile, starter
from lint_reports.starting.survey import Survey, survey

BODY = "云溪县司法局坚持依法行政，认真履行职责，全年办理行政复议案件三十一件，群众满意度进一步提高，各项工作取得新的进展。\n"
REPORT = "云溪县司法局2023年工作总结\n\n" + BODY * 3
PAGE = "云溪县司法局2023年工作总结\n\n来源：云溪县司法局　　发布日期：2024-01-19　　浏览次数：35\n\n" + BODY * 3
TRADITIONAL = (
    "雲溪縣司法局2023年工作總結\n\n"
    + "雲溪縣司法局堅持依法行政，認真履行職責，全年辦理行政復議案件三十一件，群眾滿意度進一步提高。\n" * 3
)


@pytest.fixture
def folder(tmp_path):
    for name, content in {
        "README.md": REPORT,
        "a.txt": REPORT,
        "x/b.md": PAGE,
        "x/c.txt": TRADITIONAL,
        "notes/d.md": "# Notes\n\nNothing here is in Chinese, 但有几个字.\n",
        "notes/e.md": "More of the same.\n",
        "mixed/f.md": "English only.\n",
        "mixed/g.md": REPORT,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (tmp_path / "h.txt").write_bytes(REPORT.encode("gb18030"))
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "i.txt").write_bytes(b"\x00\x01\x02")
    return tmp_path


def test_what_is_seen(folder) -> None:
    assert survey(str(folder)) == Survey(
        endings=((".md", 5), (".txt", 4)),
        read=9,
        encodings=(("utf-8", 7), ("gb18030", 1)),
        unreadable=1,
        chinese=5,
        traditional=1,
        web=1,
        others=("/README.md", "/notes/"),
    )


def test_an_empty_folder(tmp_path) -> None:
    assert survey(str(tmp_path)) == Survey((), 0, (), 0, 0, 0, 0, ())


def test_of_many_files_some_are_read(tmp_path) -> None:
    for number in range(450):
        (tmp_path / f"{number:03}.txt").write_text("", encoding="utf-8")
    seen = survey(str(tmp_path))
    assert (seen.endings, seen.read) == (((".txt", 450),), 150)


PROFILES = {"most are pages": (10, 5, "web"), "some are pages": (10, 4, "official"), "no Chinese": (0, 0, "official")}


@pytest.mark.parametrize("chinese, web, profile", PROFILES.values(), ids=PROFILES)
def test_the_profile_that_is_proposed(chinese, web, profile) -> None:
    assert proposed_profile(Survey((), chinese, (), 0, chinese, 0, web, ())) == profile


@pytest.mark.parametrize("lang, profile", [("zh", "网页"), ("en", "web")])
def test_the_configuration_that_is_proposed(lang, profile) -> None:
    seen = Survey(((".txt", 1),), 1, (("utf-8", 1),), 0, 1, 1, 1, ("/README.md", "/草稿/"))
    text = starter(seen, Say("网页", "web"), Say("因为\n所以", "because\nof this"), lang)
    assert yaml.safe_load(text) == {
        "profile": profile,
        "severity": "warning",
        "exclude": ["/README.md", "/草稿/"],
    }
    assert Say("# 因为\n# 所以\n", "# because\n# of this\n").text(lang) in text
