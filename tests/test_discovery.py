"""From the arguments of a command to the files that it means."""

from __future__ import annotations

import os
import subprocess

import pytest

from lint_reports.discovery import find_files
from lint_reports.errors import UsageError
from lint_reports.language import Say


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder with documents, other files, and folders that hold none."""
    for name in (
        "b.txt",
        "a.md",
        "c.markdown",
        "d.TXT",
        "e.docx",
        "f",
        ".g.txt",
        "十月/二.txt",
        "十月/一.txt",
        "docs/z.txt",
        ".git/h.txt",
        "node_modules/i.md",
        "docs/__pycache__/j.txt",
        "docs/.cache/k.txt",
        "docs/deep/er/l.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [path.replace(os.sep, "/") for path in find_files(paths)]


def test_a_folder_means_its_documents_in_order(tree) -> None:
    assert found(".") == [
        "./a.md",
        "./b.txt",
        "./c.markdown",
        "./d.TXT",
        "./docs/z.txt",
        "./docs/deep/er/l.txt",
        "./十月/一.txt",
        "./十月/二.txt",
    ]


def test_a_file_means_itself_whatever_it_is_called(tree) -> None:
    assert found("e.docx", "f", ".g.txt", ".git/h.txt") == ["e.docx", "f", ".g.txt", ".git/h.txt"]


def test_a_hidden_folder_is_walked_where_it_is_named(tree) -> None:
    assert found(".git", "node_modules") == [".git/h.txt", "node_modules/i.md"]


def test_each_file_once_in_the_order_of_the_arguments(tree) -> None:
    assert found("docs/z.txt", "b.txt", "docs", "./b.txt", "docs//z.txt", "docs/") == [
        "docs/z.txt",
        "b.txt",
        "docs/deep/er/l.txt",
    ]


def test_a_path_with_two_dots_is_taken_as_it_is(tree) -> None:
    assert found("docs/../b.txt", "b.txt") == ["docs/../b.txt", "b.txt"]


def test_a_folder_without_documents(tree) -> None:
    (tree / "empty").mkdir()
    assert found("empty") == []


def test_a_path_that_does_not_exist_is_told_before_any_file_is_given(tree) -> None:
    with pytest.raises(UsageError) as caught:
        find_files(["b.txt", "无.txt"])
    assert caught.value.say == Say(
        "没有这个文件或文件夹：无.txt。请检查路径。", "no such file or folder: 无.txt; check the path"
    )


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_links(tree) -> None:
    os.symlink("nowhere", "broken.txt")
    os.symlink("docs", "linked")
    assert "./broken.txt" in found(".")
    assert not [path for path in found(".") if "linked" in path]
    assert found("linked", "broken.txt") == ["linked/z.txt", "linked/deep/er/l.txt", "broken.txt"]


def test_a_folder_that_cannot_be_read_is_named(tree, monkeypatch) -> None:
    """Reading what is yielded for it tells why; leaving it out would pass for clean."""
    scan = os.scandir

    def scandir(folder):
        if str(folder).endswith("deep"):
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(find_files(["docs"])) == [os.path.join("docs", "z.txt"), os.path.join("docs", "deep")]


def test_folders_may_be_as_deep_as_the_system_allows(tmp_path) -> None:
    folder = tmp_path
    for _ in range(1200):
        folder = folder / "d"
    os.makedirs(tmp_path / "d", exist_ok=True)
    here = os.getcwd()
    try:
        os.chdir(tmp_path / "d")
        for _ in range(1199):
            os.mkdir("d")
            os.chdir("d")
        with open("a.txt", "w", encoding="utf-8"):
            pass
    finally:
        os.chdir(here)
    try:
        assert len(list(find_files([str(tmp_path)]))) == 1
    finally:  # pytest itself could not remove it
        subprocess.run(["rm", "-r", str(tmp_path / "d")], check=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_a_folder_is_no_document(tree) -> None:
    os.mkfifo("十月/三.txt")
    os.symlink("nowhere", "十月/四.txt")
    assert list(find_files(["十月"])) == ["十月/一.txt", "十月/二.txt", "十月/四.txt"]
