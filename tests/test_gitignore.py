"""What git ignores is left out of folders. Git itself says what that is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from lint_reports.discovery import find_files
from lint_reports.gitignore import Gitignore

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

FILES = """
a.txt b.txt keep.txt 年报.md 草稿/一.md 草稿/二.md
build/a.txt build/keep.txt x/build/a.txt x/b.txt x/y/b.txt x/y/keep.txt x/y/z/c.txt
docs/a.md docs/_site/b.md docs/deep/_site/b.md logs/a.txt logs/keep.txt logs/deep/keep.txt
""".split()


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A work tree with documents that nothing ignores yet."""
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    return tmp_path


def git(*arguments: str) -> str:
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], capture_output=True, check=True, env=quiet)
    return done.stdout.decode()


def left(*paths: str) -> list[str]:
    return sorted(os.path.normpath(path).replace(os.sep, "/") for path in find_files(paths, (), [Gitignore()]))


def by_git() -> list[str]:
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return sorted(name for name in listed if name.endswith((".txt", ".md")))


IGNORED = {
    "nothing": {},
    "names": {".gitignore": "a.txt\n*.md\n"},
    "folders": {".gitignore": "build/\n_site/\n"},
    "from the root": {".gitignore": "/build/\n/x/b.txt\n"},
    "given back": {".gitignore": "*.txt\n!keep.txt\n"},
    "nothing is given back below a folder": {".gitignore": "build/\n!build/keep.txt\n!keep.txt\n"},
    "given back in a folder": {".gitignore": "/logs/*\n!/logs/keep.txt\n"},
    "stars": {".gitignore": "**/_site\nx/**/c.txt\nlogs/**\n"},
    "Chinese": {".gitignore": "草稿/\n!年报.md\n"},
    "nested": {".gitignore": "*.txt\n", "x/.gitignore": "!b.txt\n", "x/y/.gitignore": "b.txt\n!keep.txt\n"},
    "nested, from its folder": {"x/.gitignore": "/b.txt\ny/z/\n"},
    "exclude": {".git/info/exclude": "a.txt\n", ".gitignore": "!docs/a.txt\n"},
    "exclude is the weakest": {".git/info/exclude": "*.txt\n", ".gitignore": "!keep.txt\n"},
    "odd lines": {".gitignore": "# a\n\n  \n!\n///\nb.txt   \nx/y/*.txt\\\n\\!a.txt\n"},
    "ends of lines": {".gitignore": "a.txt\r\nbuild/\r\n"},
    "a byte order mark": {".gitignore": "\ufeffa.txt\nb.txt\n"},
    "sets": {".gitignore": "[ab].txt\n?ocs/\n"},
}


@pytest.mark.parametrize("files", IGNORED.values(), ids=IGNORED)
def test_the_same_as_git(tree, files) -> None:
    for name, content in files.items():
        (tree / name).write_bytes(content.encode())
    assert left(".") == by_git()


def test_from_a_folder_inside(tree) -> None:
    (tree / ".gitignore").write_text("/x/b.txt\nc.txt\n", encoding="utf-8")
    assert left("x") == ["x/build/a.txt", "x/y/b.txt", "x/y/keep.txt"]


def test_what_is_named_is_checked(tree) -> None:
    (tree / ".gitignore").write_text("build/\n*.md\n", encoding="utf-8")
    assert left("build", "年报.md") == ["build/a.txt", "build/keep.txt", "年报.md"]


def test_outside_a_work_tree_nothing_is_ignored(tmp_path, monkeypatch) -> None:
    (tmp_path / ".gitignore").write_text("*", encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert left(".") == ["a.txt"]


def test_a_repository_in_a_repository_has_its_own(tree) -> None:
    (tree / ".gitignore").write_text("*.txt\n", encoding="utf-8")
    git("init", "--quiet", "x")
    assert left(".") == sorted(name for name in FILES if name.endswith(".md") or name.startswith("x/"))


def test_a_further_work_tree_has_the_excludes_of_the_first(tree, tmp_path_factory) -> None:
    git("add", "a.txt")
    git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "--message", "x")
    (tree / ".git" / "info" / "exclude").write_text("b.txt\n", encoding="utf-8")
    other = tmp_path_factory.mktemp("other") / "tree"
    git("worktree", "add", "--quiet", str(other))
    (other / "b.txt").write_text("", encoding="utf-8")
    assert left(str(other)) == [str(other / "a.txt").replace(os.sep, "/")]


def test_the_library_is_loaded_only_where_something_is_ignored(tree) -> None:
    program = (
        "import sys; from lint_reports.discovery import find_files; from lint_reports.gitignore import Gitignore\n"
        "list(find_files(['.'], (), [Gitignore()])); print('pathspec' in sys.modules)"
    )

    def loaded() -> str:
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        env = {**os.environ, "PYTHONPATH": root}
        return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=env).stdout.decode()

    (tree / ".git" / "info" / "exclude").unlink(missing_ok=True)
    assert loaded().strip() == "False"
    (tree / ".gitignore").write_text("of-this-test-only.txt\n", encoding="utf-8")
    assert loaded().strip() == "True"
    assert loaded().strip() == "False"  # from the cache
