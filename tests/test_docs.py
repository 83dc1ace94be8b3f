"""What the pages say is what the program does."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint_reports import __version__, engine
from lint_reports.baseline_file import read_entries
from lint_reports.checks import matching, vetoes
from lint_reports.cli import COMMANDS
from lint_reports.directives import ACTIONS, Action
from lint_reports.errors import ExitCode, RuleFileError
from lint_reports.finding import Severity
from lint_reports.kinds import KINDS
from lint_reports.kinds.vetoes import VETO
from lint_reports.linter import Linter
from lint_reports.notices import NOTICES
from lint_reports.report import Report
from lint_reports.rulelang import fields, located, patterns
from lint_reports.rulelang.expr import types
from lint_reports.rulelang.loading import load_packs
from lint_reports.rulelang.schema import Choice, Field, ListOf, MapOf, Record, Text, TextOr
from lint_reports.rules import choose, load_plan, load_specs, policy_of
from lint_reports.samples import try_rules
from lint_reports.settings import Settings
from lint_reports.sidefile import EXCUSE, read_side_file

ROOT = Path(__file__).parents[1]
NAMES = (
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "docs/adopting.md",
    "docs/adopting.zh-CN.md",
    "docs/one-document.md",
    "docs/configuration.md",
    "docs/configuration.zh-CN.md",
    "docs/excuses-and-baseline.md",
    "docs/excuses-and-baseline.zh-CN.md",
    "docs/rule-language.md",
    "docs/fixing.md",
    "docs/fixing.zh-CN.md",
    "docs/running.md",
    "docs/running.zh-CN.md",
)
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}
READMES = ("README.md", "README.zh-CN.md")
LANGUAGE = PAGES["docs/rule-language.md"]
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[a-z]*)\n(?P<body>.*?)^ *```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")


def blocks(page: str, info: str) -> list[str]:
    """The fenced blocks of one language, without the indentation of the fence."""
    found = (block for block in FENCE.finditer(PAGES[page]) if block["info"] == info)
    return [re.sub(f"(?m)^{block['indent']}", "", block["body"]) for block in found]


def section(page: str, title: str) -> str:
    """What stands under a heading, up to the next of its level or a higher one."""
    level = title.partition(" ")[0]
    return re.split(rf"(?m)^#{{1,{len(level)}}} ", PAGES[page].partition(f"\n{title}\n")[2])[0]


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text, without their heads: rows of cells."""
    found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows(one)] for one in found]


def rows(table: str) -> list[str]:
    return table.splitlines()[2:]


def first_cells(table: list[list[str]]) -> list[str]:
    return [row[0].strip("`") for row in table]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command line as it stands on a page, in a folder that has the samples."""
    for name in ("seeds", "rules"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    program = f"{shlex.quote(sys.executable)} -m lint_reports"
    line = re.sub(r"^(?:\.venv/bin/)?lint-reports\b", lambda _: program, command)
    settings = {"PYTHONPATH": str(ROOT), "LINT_REPORTS_LANG": "zh", "LINT_REPORTS_CACHE_DIR": str(folder / ".cache")}
    env = {**os.environ, **settings}
    return subprocess.run(["sh", "-c", line], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


# Commands and their output


def commands(page: str) -> Iterator[tuple[str, int]]:
    """The command lines of a page, each with its documented exit code."""
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            if re.match(r"(?:\.venv/bin/)?lint-reports ", line):
                command, _, comment = line.partition("  #")
                code = re.search(r"exits (\d)", comment)
                yield command.strip(), int(code[1]) if code else 0


README_COMMANDS = [(page, *command) for page in READMES for command in commands(page)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rule file that the READMEs tell the reader to save."""
    folder = tmp_path_factory.mktemp("house")
    pack = next(block for block in blocks("README.md", "yaml") if block.startswith("pack:"))
    (folder / "house.yaml").write_text(pack, encoding="utf-8")
    return folder


@pytest.mark.parametrize("page, command, code", README_COMMANDS)
def test_a_command_ends_as_documented(house: Path, page: str, command: str, code: int) -> None:
    done = run(command, house)

    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.parametrize("page", READMES)
def test_the_excerpt_is_real_output(house: Path, page: str) -> None:
    command, _ = next(commands(page))

    assert run(command, house).stdout == blocks(page, "text")[0]


def test_both_readmes_show_the_same_commands_and_files() -> None:
    english, chinese = ([line for line, _ in commands(page)] for page in READMES)

    assert [line.replace(" --lang en", "") for line in english] == chinese
    assert blocks("README.md", "yaml") == blocks("README.zh-CN.md", "yaml")


def test_both_readmes_have_the_same_shape() -> None:
    english, chinese = (re.findall("^#+", PAGES[page], re.MULTILINE) for page in READMES)

    assert english == chinese


@pytest.mark.parametrize("page", READMES)
def test_the_options_of_check_are_those_of_its_help(house: Path, page: str) -> None:
    title = {"README.md": "### Options of `check`", "README.zh-CN.md": "### `check` 的选项"}[page]
    documented = [cell.split()[0] for cell in first_cells(tables(section(page, title))[0])]

    assert sorted(documented) == sorted(options_of("check", house))


@pytest.mark.parametrize(
    "page, command, _code", [(page, *one) for page in (*READMES, *NAMES[2:]) for one in commands(page)]
)
def test_the_options_of_a_command_exist(house: Path, page: str, command: str, _code: int) -> None:
    words = shlex.split(command)
    used = {word.partition("=")[0] for word in words if word.startswith("--")}

    assert used <= {*options_of(words[1], house), *options_of(" ".join(words[1:3]), house, missing_ok=True)}


@cache
def options_of(command: str, folder: Path, *, missing_ok: bool = False) -> set[str]:
    done = run(f"lint-reports {command} --help", folder)
    assert missing_ok or done.returncode == ExitCode.CLEAN
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.stdout))


@pytest.mark.parametrize("page", READMES)
def test_every_command_is_listed(page: str) -> None:
    listed = {code.split()[1] for code in CODE.findall(PAGES[page]) if re.match(r"lint-reports [a-z]+ ?", code)}

    assert listed == set(COMMANDS)


@pytest.mark.parametrize("page", READMES)
def test_every_exit_code_is_listed(page: str) -> None:
    title = {"README.md": "### Exit codes", "README.zh-CN.md": "### 退出码"}[page]

    assert first_cells(tables(section(page, title))[0]) == [str(int(code)) for code in ExitCode]


@pytest.mark.parametrize("page", READMES)
def test_every_pack_is_listed(page: str) -> None:
    title = {"README.md": "## What it finds", "README.zh-CN.md": "## 查什么"}[page]

    assert sorted(first_cells(tables(section(page, title))[0])) == sorted(pack.name for pack in load_specs())


@pytest.mark.parametrize("page", READMES)
def test_the_hook_exists(page: str) -> None:
    offered = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
    snippet = yaml.safe_load(next(block for block in blocks(page, "yaml") if block.startswith("repos:")))

    assert {hook["id"] for hook in snippet["repos"][0]["hooks"]} <= set(offered)
    assert snippet["repos"][0]["rev"] == f"v{__version__}"


def test_the_changelog_has_this_version() -> None:
    assert f"\n## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", READMES)
def test_the_make_commands_exist(page: str) -> None:
    assert set(re.findall(r"`make (\w+)`", PAGES[page])) == {"demo", "test"} <= make_targets()


def test_every_make_command_of_the_contributor_exists() -> None:
    assert set(re.findall(r"`make (\w+)`", PAGES["CONTRIBUTING.md"])) <= make_targets()


def make_targets() -> set[str]:
    return set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_a_run_opens_no_connection(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: event.startswith('socket.') and sys.exit(f'{event} at run time'))\n"
        "from lint_reports.cli import main\n"
        "sys.exit(main(['check', 'seeds', '--severity', 'info', '--format', 'json']))\n"
    )
    env = {**os.environ, "LINT_REPORTS_CACHE_DIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (ExitCode.FINDINGS, b"")
    assert json.loads(done.stdout)["summary"]["files"] > 0


def test_the_chinese_readme_passes_without_a_word() -> None:
    linter = Linter(choose(load_plan(), Settings(least=Severity.INFO)))
    report = linter.check((ROOT / "README.zh-CN.md").read_bytes(), "README.zh-CN.md")

    assert isinstance(report, Report)
    assert report.findings == ()


# Links and names


@pytest.mark.parametrize("page", NAMES)
def test_a_link_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", PAGES[page])
    missing = [
        path + anchor
        for path, anchor in targets
        if not ((ROOT / page).parent / path).exists() or (anchor and anchor[1:] not in anchors(page, path))
    ]

    assert missing == []


def anchors(page: str, path: str) -> set[str]:
    target = (ROOT / page).parent / path if path else ROOT / page
    heads = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w-]", "", head.lower().replace(" ", "-")) for head in heads}


TOUR = "docs/one-document.md"
DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
PATH = re.compile(r"[\w.-]+/[\w./-]*|[\w-]+\.(?:py|md|yaml|toml)")
NAMED = sorted({code for code in CODE.findall(PAGES[TOUR]) if PATH.fullmatch(code) or DOTTED.fullmatch(code)})


@pytest.mark.parametrize("name", NAMED)
def test_what_the_tour_names_exists(name: str) -> None:
    if PATH.fullmatch(name):
        assert (ROOT / name).exists() or (ROOT / "lint_reports" / name).exists()
    else:
        assert resolves(name)


def test_the_tour_names_every_part_of_the_program() -> None:
    modules = {name.split(".")[0] for name in NAMED if DOTTED.fullmatch(name)}
    parts = {
        path.stem
        for path in (ROOT / "lint_reports").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    # Types that others are made of, and the samples of rules, which a run over documents does not touch.
    assert parts - modules <= {"__init__", "__main__", "facts", "language", "samples"}


def resolves(name: str) -> bool:
    """Whether a dotted name leads to a module of the package or to something in one."""
    parts = name.split(".")
    for split in range(len(parts), 0, -1):
        module = ".".join(["lint_reports", *parts[:split]])
        if has_module(module):
            found: Any = import_module(module)
            for part in parts[split:]:
                found = getattr(found, part, None) if hasattr(found, part) else None
            return found is not None
    return False


def has_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize(
    "path", re.findall(r"`((?:lint_reports|rules|seeds|docs|tests)/[\w./-]*)`", PAGES["CONTRIBUTING.md"])
)
def test_a_path_that_contributors_are_sent_to_exists(path: str) -> None:
    assert (ROOT / path).exists() or path.startswith(("rules/PACK", "rules/rule.schema.json", "tests/"))


# Rule files


def packs() -> list[Any]:
    found = [(page, block) for page in NAMES for block in blocks(page, "yaml") if block.startswith("pack:")]
    return [pytest.param(block, id=f"{page}-{number}") for number, (page, block) in enumerate(found)]


@pytest.mark.parametrize("pack", packs())
def test_a_pack_on_a_page_loads_and_passes_its_own_samples(tmp_path: Path, pack: str) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(pack, encoding="utf-8")
    results = [result for one in load_packs([file], KINDS, trusted=False) for result in try_rules(one.rules)]

    assert [surprise.say.en for result in results for surprise in result.surprises] == []
    assert all(result.fired for result in results)


def records(field: Field) -> Iterator[Record]:
    """The mappings with known keys inside a field, itself included."""
    if isinstance(field, Record):
        yield field
        for inner in field.fields.values():
            yield from records(inner)
    for part in inner_fields(field):
        yield from records(part)


def choices(field: Field) -> Iterator[str]:
    """The words that may stand anywhere in a field."""
    if isinstance(field, Choice):
        yield from field.values
    for part in (*inner_fields(field), *(field.fields.values() if isinstance(field, Record) else ())):
        yield from choices(part)


def inner_fields(field: Field) -> tuple[Field, ...]:
    if isinstance(field, ListOf):
        return (field.item,)
    if isinstance(field, MapOf):
        return (field.value,)
    return (field.text, field.longer) if isinstance(field, TextOr) else ()


def kind_section(kind: str) -> str:
    return section("docs/rule-language.md", f"### Kind `{kind}`")


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_a_kind_has_all_its_fields(kind: str) -> None:
    module = KINDS[kind]
    table = tables(kind_section(kind))[0]

    assert sorted(first_cells(table)) == sorted(module.FIELDS)
    assert sorted(row[0].strip("`") for row in table if row[1] == "needed") == sorted(module.REQUIRED)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_and_words_inside_the_fields_of_a_kind_are_on_the_page(kind: str) -> None:
    named = set(CODE.findall(kind_section(kind)))
    own = [field for field in KINDS[kind].FIELDS.values() if field is not VETO]
    wanted = {name for field in own for record in records(field) for name in record.fields}
    wanted |= {word for field in own for word in choices(field)}

    assert wanted <= named


def test_every_kind_has_a_section_and_a_row() -> None:
    assert re.findall(r"(?m)^### Kind `(\w+)`$", LANGUAGE) == list(KINDS)
    assert re.findall(r"(?m)^\| \[`(\w+)`\]\(#kind-\w+\)", LANGUAGE) == list(KINDS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "fact"])
def test_the_places_and_values_of_a_kind_are_on_the_page(tmp_path: Path, kind: str) -> None:
    pack = next(
        block
        for block in blocks("docs/rule-language.md", "yaml")
        if block.startswith("pack:") and f"kind: {kind}" in block
    )
    promised = re.search(r"(?m)^Places: (.*)$", kind_section(kind))
    assert promised is not None

    named = set(CODE.findall(promised[1])) - {"nested", "crossed", "ordered"}
    groups = set(re.findall(r"\(\?P<(\w+)>", pack)) - named

    assert allowed(tmp_path, re.sub(r"(?m)^( +)zh: .*$", r'\1zh: "{nothing}"', pack)) - groups == named


def allowed(folder: Path, pack: str) -> set[str]:
    """The names that a mistake in a message is answered with."""
    file = folder / "pack.yaml"
    file.write_text(pack, encoding="utf-8")
    with pytest.raises(RuleFileError, match="unknown name “nothing”") as raised:
        load_packs([file], KINDS, trusted=False)
    listed = re.search(r"Allowed: (.*)\.", raised.value.message("en"))
    return set(listed[1].split(", ")) if listed else set()


COMMON_TABLES: Mapping[str, Mapping[str, Field]] = {
    "## Fields of every rule": fields.COMMON,
    "## Scope": fields.SCOPE.fields,
    "## Examples": fields.EXAMPLE.fields,
    "## Basis and strength": fields.BASIS.fields,
    "## Vetoes": next(records(VETO)).fields,
    "## The pack": {**fields.PACK, "rules": fields.SCOPE},
}


@pytest.mark.parametrize("title", COMMON_TABLES)
def test_the_table_of_common_fields_is_complete(title: str) -> None:
    assert sorted(first_cells(tables(section("docs/rule-language.md", title))[0])) == sorted(COMMON_TABLES[title])


def test_what_every_rule_needs_is_marked() -> None:
    table = tables(section("docs/rule-language.md", "## Fields of every rule"))[0]

    assert [row[0].strip("`") for row in table if row[1] == "needed"] == list(fields.REQUIRED)


@pytest.mark.parametrize("name", fields.SCOPE.fields)
def test_the_values_of_a_part_of_the_scope_are_complete(name: str) -> None:
    table = tables(section("docs/rule-language.md", "## Scope"))[0]
    documented = next(CODE.findall(row[1]) for row in table if row[0] == f"`{name}`")

    assert sorted(documented) == sorted(choices(fields.SCOPE.fields[name]))


def test_the_other_common_words_are_on_the_page() -> None:
    named = set(CODE.findall(LANGUAGE))

    assert set(fields.FIX.fields) | set(fields.RELATED.fields) <= named | set(re.findall(r"\b\w+(?=: |:$)", LANGUAGE))
    assert {word for field in fields.COMMON.values() for word in choices(field)} - set(fields.STRENGTHS) <= named
    assert first_cells(tables(section("docs/rule-language.md", "## Basis and strength"))[1]) == list(fields.STRENGTHS)


# Facts


def reachable(found: Mapping[str, types.Type]) -> dict[str, types.Type]:
    """The records and enumerations that facts lead to, by their names."""
    named: dict[str, types.Type] = {}
    waiting = list(found.values())
    while waiting:
        one = waiting.pop()
        one = one.item or one
        if one.of is not None and one.kind in (types.Kind.RECORD, types.Kind.ENUM) and one.of.__name__ not in named:
            named[one.of.__name__] = one
            waiting += types.fields(one.of).values() if one.kind is types.Kind.RECORD else ()
    return named


REACHABLE = reachable(types.roots())
RECORDS = sorted(name for name, one in REACHABLE.items() if one.kind is types.Kind.RECORD)


def described(one: types.Type) -> str:
    """A type as the tables write it."""
    simple = {
        types.Kind.INT: "whole number",
        types.Kind.DECIMAL: "decimal",
        types.Kind.STR: "text",
        types.Kind.BOOL: "condition",
        types.Kind.DATE: "date",
    }
    if one.item is not None:
        return f"list of {described(one.item)}"
    name = simple.get(one.kind) or f"`{one.of.__name__ if one.of else ''}`"
    return f"{name}, may be unknown" if one.optional else name


def test_the_table_of_facts_is_complete() -> None:
    table = tables(section("docs/rule-language.md", "## Facts"))[0]

    assert [(row[0].strip("`"), row[1]) for row in table] == [
        (name, described(one)) for name, one in types.roots().items()
    ]


@pytest.mark.parametrize("name", RECORDS)
def test_the_table_of_a_record_is_complete(name: str) -> None:
    table = tables(section("docs/rule-language.md", f"### `{name}`"))[0]
    found = types.fields(REACHABLE[name].of or tuple)

    assert [(row[0].strip("`"), row[1]) for row in table] == [(field, described(one)) for field, one in found.items()]


@pytest.mark.parametrize("name", RECORDS)
def test_the_places_among_the_fields_of_a_record_are_marked(name: str) -> None:
    table = tables(section("docs/rule-language.md", f"### `{name}`"))[0]
    marked = [row[0].strip("`") for row in table if row[2].startswith("*place*")]
    simple = [
        field for field, one in types.fields(REACHABLE[name].of or tuple).items() if one.kind is not types.Kind.RECORD
    ]

    assert marked == [field for field in simple if types.has_place(f"it.{field}", {"it": REACHABLE[name]})]


def test_the_table_of_enumerations_is_complete() -> None:
    table = tables(section("docs/rule-language.md", "### Enumerations"))[0]
    enums = [one for one in REACHABLE.values() if one.kind is types.Kind.ENUM]

    assert sorted((row[0].strip("`"), row[1].strip("`")) for row in table) == sorted(
        (one.of.__name__, value) for one in enums if one.of for value in one.values
    )


# Mistakes in rule files


def test_mistakes_are_shown_as_documented(tmp_path: Path) -> None:
    broken = next(block for block in blocks("docs/rule-language.md", "yaml") if block.startswith("# broken.yaml"))
    (tmp_path / "broken.yaml").write_text(broken, encoding="utf-8")
    done = run("lint-reports rules --lang en test broken.yaml", tmp_path)

    assert (done.returncode, done.stderr) == (ExitCode.USAGE, blocks("docs/rule-language.md", "text")[0])


def test_a_sample_that_comes_out_otherwise_is_shown_as_documented(tmp_path: Path) -> None:
    pack = next(block for block in blocks("docs/rule-language.md", "yaml") if block.startswith("pack: house\n"))
    (tmp_path / "house.yaml").write_text(pack.replace("提高3个百分点，", "提高3个点，"), encoding="utf-8")
    done = run("lint-reports rules --lang en test house.yaml", tmp_path)

    assert (done.returncode, done.stdout) == (ExitCode.FINDINGS, blocks("docs/rule-language.md", "text")[1])


LIMITS = [
    (f"{located.MAX_SOURCE:,} characters, {located._MAX_DEPTH} levels deep", "Limits and safety"),
    (f"{patterns._MAX_PATTERN:,} characters; {patterns._MAX_SIZE:,} parts", "Limits and safety"),
    (f"time limit of {matching.TIMEOUT} seconds", "Limits and safety"),
    (f"| a sample | {fields.EXAMPLE.fields['bad'].schema()['maxLength']:,} characters |", "Limits and safety"),
    (f"| any other text | {Text().most:,} characters |", "Limits and safety"),
    (f"look {vetoes._NEAR} characters far", "Vetoes"),
    (f"at most {engine._MAX_QUOTED} characters of it", "Messages"),
]


@pytest.mark.parametrize("words, title", LIMITS, ids=[words for words, _ in LIMITS])
def test_a_limit_is_as_documented(words: str, title: str) -> None:
    assert words in section("docs/rule-language.md", f"## {title}")


# Excuses


EXCUSES = ("docs/excuses-and-baseline.md", "docs/excuses-and-baseline.zh-CN.md")


@pytest.mark.parametrize("page", [*EXCUSES, *READMES])
def test_the_comments_on_a_page_excuse_something(page: str) -> None:
    text = "\n".join(blocks(page, "markdown"))
    report = Linter(choose(load_plan(), Settings()), policy=policy_of(load_plan())).check(text.encode(), "a.md")

    assert isinstance(report, Report)
    assert len(report.document.comments) == text.count("<!--")
    assert not [finding.rule for finding in report.findings if finding.rule.startswith("excuse/")]


@pytest.mark.parametrize("page", EXCUSES)
def test_the_files_on_the_page_are_read(tmp_path: Path, page: str) -> None:
    side, baseline = blocks(page, "yaml")
    (tmp_path / "side.yaml").write_text(side, encoding="utf-8")

    assert len(read_side_file(str(tmp_path / "side.yaml")).excuses) == 2
    assert sum(read_entries(baseline, "b.yaml").values()) == 3


@pytest.mark.parametrize("page", EXCUSES)
def test_the_tables_of_excuses_are_complete(page: str) -> None:
    _, words, keys, rules, _ = tables(PAGES[page])

    assert {code for row in words for code in (row[0].strip("`"), row[1].strip("`"))} <= set(ACTIONS)
    assert {action.value for action in Action} == set(first_cells(words))
    assert first_cells(keys) == list(EXCUSE.fields)
    assert sorted(first_cells(rules)) == sorted(NOTICES)
