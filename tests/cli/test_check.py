"""`lint-reports check`: what it prints, and what it says to the script that called it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lint_reports.cli.adding import plain
from lint_reports.cli.check import OPTIONS, _parser

CLEAN = "坚持依法行政，截至六月办结五件。\n"
ERROR = "坚持依法行政，截止六月办结五件。\n"
WARNING = "坚持依法行政，认真布署各项工作。\n"
STYLE = "坚持依法行政，，认真部署各项工作。\n"
FOUND = """\
{name}:1:8: 错误 t/rule 应为截至
    1 │ 坚持依法行政，截止六月办结五件。
      │               ^^^^
  可改为：“截止” → “截至”
"""
SUMMARY = "共检查 1 个文件：1 个错误，0 个警告（1 处有修改建议）。\n"


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_clean_file_passes_without_a_word(check) -> None:
    assert check(write("报告.txt", CLEAN)) == (0, "", "")


def test_a_finding(check) -> None:
    assert check(write("报告.txt", ERROR)) == (1, FOUND.format(name="报告.txt") + SUMMARY, "")


def test_in_english(check) -> None:
    text = """\
a.txt:1:8: error t/rule write 截至
    1 │ 坚持依法行政，截止六月办结五件。
      │               ^^^^
  fix: “截止” → “截至”
1 file checked: 1 error, 0 warnings (1 with a suggested fix).
"""
    assert check(write("a.txt", ERROR), "--lang", "en") == (1, text, "")


def test_the_language_may_be_set_for_good(check, monkeypatch) -> None:
    write("a.txt", ERROR)
    monkeypatch.setenv("LINT_REPORTS_LANG", "en")
    assert "write 截至" in check("a.txt").out
    assert "应为截至" in check("a.txt", "--lang", "zh").out
    monkeypatch.setenv("LINT_REPORTS_LANG", "fr")
    assert "应为截至" in check("a.txt").out


CODES = {
    "clean": (CLEAN, (), 0),
    "error": (ERROR, (), 1),
    "warning": (WARNING, (), 1),
    "style is not looked for": (STYLE, (), 0),
    "style is no fault": (STYLE, ("--severity", "info"), 0),
    "style as a fault": (STYLE, ("--severity", "info", "--fail-on", "info"), 1),
    "warning is no error": (WARNING, ("--fail-on", "error"), 0),
    "error among errors": (ERROR, ("--fail-on", "error"), 1),
    "never": (ERROR, ("--fail-on", "never"), 0),
    "warnings are not looked for": (WARNING, ("--severity", "error"), 0),
}


@pytest.mark.parametrize("name", CODES)
def test_the_exit_code(check, name) -> None:
    text, options, code = CODES[name]
    assert check(write("a.txt", text), *options).code == code


def test_what_is_below_the_failing_severity_is_still_shown(check) -> None:
    done = check(write("a.txt", WARNING), "--fail-on", "error")
    assert (done.code, done.out.splitlines()[0]) == (0, "a.txt:1:10: 警告 t/soft 有误")


ALL = ERROR + WARNING + STYLE + "坚持依法行政，己经办结五件。\n"
SELECTIONS = {
    "a pack": (("--select", "t"), ["t/rule", "t/soft"]),
    "a rule": (("--select", "t/soft"), ["t/soft"]),
    "two rules": (("--select", "t/soft,t/rule"), ["t/rule", "t/soft"]),
    "two rules, one by one": (("--select", "t/soft", "--select", "t/rule"), ["t/rule", "t/soft"]),
    "a pattern": (("--select", "t/s*", "--severity", "info"), ["t/soft", "t/style"]),
    "a rule that is off": (("--select", "t/off, t/rule"), ["t/rule", "t/off"]),
    "without a rule": (("--select", "t", "--ignore", "t/rule"), ["t/soft"]),
    "without a pattern": (("--select", "t", "--ignore", "*/s*"), ["t/rule"]),
    "without a pack": (("--ignore", "t", "--select", "t"), []),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_which_rules_run(check, name) -> None:
    options, rules = SELECTIONS[name]
    done = check(write("a.txt", ALL), "--format", "json", *options)
    (file,) = json.loads(done.out)["files"]
    assert [finding["rule"] for finding in file["findings"]] == rules
    assert done.code == bool(rules)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist(check, option) -> None:
    write("a.txt", ERROR)
    said = "lint-reports: 没有规则或规则包“t/sofd”。是否想写“t/soft”？全部规则见 lint-reports rules list。\n"
    assert check("a.txt", option, "t/sofd") == (2, "", said)


def test_the_shipped_rules_run_too(cli, folder) -> None:
    write("a.txt", ERROR)
    assert "t/rule" not in cli("check", "a.txt").out
    assert "t/rule" in cli("check", "a.txt", "--rules", folder.parent / "t.yaml").out
    assert "t/rule" in cli("check", "a.txt", "--rules", folder.parent).out


def test_a_rule_file_with_mistakes(cli, folder) -> None:
    path = folder / "bad.yaml"
    path.write_text("pack: t\ntitle: x\n", encoding="utf-8")
    assert cli("check", write("a.txt", ERROR), "--rules", path) == (
        2,
        "",
        f"lint-reports: {path}:1:1: 缺少字段 rules。\n    pack: t\n    ^\n",
    )


def test_a_pattern_that_blows_up(cli, folder, pack, monkeypatch) -> None:
    monkeypatch.setattr("lint_reports.checks.matching.TIMEOUT", 0.05)
    source = pack("kind: text\npattern: 截止\nmessage: {zh: 应为截至, en: write 截至}")
    slow = "".join(pack("kind: text\npattern: (a|aa)+$").replace("t/rule", "t/slow").splitlines(keepends=True)[3:])
    path = folder / "own.yaml"
    path.write_text(source + slow, encoding="utf-8")
    write("a.txt", f"办结五件{'a' * 100}。截止六月。\n")
    write("b.txt", ERROR)
    done = cli("check", "a.txt", "b.txt", "--rules", path, "--select", "t")
    assert done.code == 2
    lines = done.out.splitlines()
    assert lines[0] == "a.txt: 规则 t/slow 在本文上运行过久，已放弃；请改写它的正则或表达式。"
    assert [line for line in lines if "t/rule" in line] == [
        "a.txt:1:106: 错误 t/rule 应为截至",
        "b.txt:1:8: 错误 t/rule 应为截至",
    ]
    assert lines[-1] == "共检查 2 个文件：2 个错误，0 个警告；1 个文件未能完整检查。"


def test_a_folder(check) -> None:
    for name in ("b.txt", "a.md", ".git/c.txt", "d/e.txt", "node_modules/f.txt", "g.docx"):
        write(name, ERROR)
    done = check(".", "--format", "json")
    assert [file["path"] for file in json.loads(done.out)["files"]] == [
        f".{os.sep}a.md",
        f".{os.sep}b.txt",
        f".{os.sep}d{os.sep}e.txt",
    ]


def test_a_folder_without_documents_is_clean_and_that_is_said(check) -> None:
    write("word/a.docx", ERROR)
    said = "lint-reports: word 中没有可检查的 .txt、.md、.markdown 文件；Word、PDF、网页文件请先另存为文本。\n"
    assert check("word") == (0, "", said)
    write("word/a.txt", "")
    assert check("word") == (0, "", "")


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_path_that_does_not_exist_stops_before_anything_is_written(check, format_) -> None:
    write("a.txt", ERROR)
    said = "lint-reports: 没有这个文件或文件夹：no.txt。请检查路径。\n"
    assert check("a.txt", "no.txt", "--format", format_) == (2, "", said)


def test_a_file_that_is_no_text_fails_alone(check) -> None:
    Path("a.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    write("b.txt", ERROR)
    done = check("a.txt", "b.txt")
    assert done.code == 2
    assert done.out == (
        "a.txt: 未检查 这是PNG 图片，不是文本文件；请改选报告的文本文件。\n"
        + FOUND.format(name="b.txt")
        + "共检查 2 个文件：1 个错误，0 个警告（1 处有修改建议）；1 个文件未能完整检查。\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that even root cannot read")
def test_a_file_that_cannot_be_read_fails_alone(check) -> None:
    Path("a.txt").symlink_to("/proc/self/mem")
    Path("c.txt").symlink_to("nowhere")
    write("b.txt", ERROR)
    done = check(".", "--format", "json", "--lang", "en")
    files = json.loads(done.out)["files"]
    assert [(file["path"], file["error"], len(file["findings"])) for file in files] == [
        ("./a.txt", "cannot be read: Input/output error", 0),
        ("./b.txt", None, 1),
        ("./c.txt", "cannot be read: No such file or directory", 0),
    ]
    assert done.code == 2
    assert check("a.txt").out.splitlines()[0] == (
        "a.txt: 未检查 读不了：Input/output error。请检查文件是否存在、是否有权限。"
    )


def test_an_encoding(check) -> None:
    Path("a.txt").write_bytes(ERROR.encode("gb18030"))
    assert check("a.txt", "--encoding", "gb18030").code == 1
    assert check("a.txt", "--encoding", "utf-8").code == 2


def test_an_encoding_that_does_not_exist_is_said_once(check) -> None:
    write("甲/a.txt", ERROR)
    write("甲/b.txt", ERROR)
    assert check("甲", "--encoding", "gb18O30") == (
        2,
        "",
        "lint-reports: 没有名为“gb18O30”的编码，是否想写“gb18030”？可用的有：utf-8、gb18030、big5、utf-16。\n",
    )


def test_quiet_and_statistics(check) -> None:
    write("a.txt", ERROR)
    assert check("a.txt", "--quiet").out == FOUND.format(name="a.txt")
    assert check("a.txt", "-q", "--statistics").out == FOUND.format(name="a.txt") + "     1 t/rule\n"


def test_colour_only_where_it_is_asked_for(check, monkeypatch) -> None:
    write("a.txt", ERROR)
    assert "\x1b" not in check("a.txt").out
    assert "\x1b" not in check("a.txt", "--color", "never").out
    assert "\x1b[31;1m错误\x1b[0m" in check("a.txt", "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31;1m错误\x1b[0m" in check("a.txt", "--color", "always").out


MISUSES = {
    "no path": (
        (),
        "缺少参数 PATH。用法见 lint-reports check --help。",
        "the following arguments are required: PATH; see lint-reports check --help",
    ),
    "unknown option": (
        ("a.txt", "--fixx"),
        "没有选项 --fixx。用法见 lint-reports check --help。",
        "unrecognized arguments: --fixx; see lint-reports check --help",
    ),
    "no value": (
        ("a.txt", "--select"),
        "选项 --select 后面缺少取值。用法见 lint-reports check --help。",
        "argument --select: expected one argument; see lint-reports check --help",
    ),
    "value for a switch": (
        ("a.txt", "--quiet=1"),
        "参数有误：argument --quiet/-q: ignored explicit argument '1'。用法见 lint-reports check --help。",
        "argument --quiet/-q: ignored explicit argument '1'; see lint-reports check --help",
    ),
    "beside standard input": (
        ("-", "a.txt"),
        "- 表示标准输入，不能同时给出其他路径。",
        "- is standard input and cannot stand beside other paths",
    ),
}


@pytest.mark.parametrize("name", MISUSES)
def test_mistakes_in_the_arguments(cli, folder, name) -> None:
    write("a.txt", ERROR)
    arguments, zh, en = MISUSES[name]
    assert cli("check", *arguments) == (2, "", f"lint-reports: {zh}\n")
    assert cli("--lang", "en", "check", *arguments) == (2, "", f"lint-reports: {en}\n")


def test_a_value_that_is_not_allowed(cli, folder) -> None:
    said = "lint-reports: --severity 不能是“eror”，可用的有：error, warning, info。用法见 lint-reports check --help。\n"
    assert cli("check", "a.txt", "--severity", "eror") == (2, "", said)


def test_help_in_both_languages(cli) -> None:
    assert "检查纯文本和 Markdown 文件" in cli("check", "--help").out
    assert "lowest severity reported" in cli("check", "--help", "--lang", "en").out
    assert cli("check", "-h").code == 0


@pytest.mark.parametrize("command", [("check",), ("rules",), ("rules", "list")], ids=" ".join)
def test_the_headings_of_help_are_in_its_language(cli, command) -> None:
    zh, en = (cli(*command, "--help", "--lang", lang).out for lang in ("zh", "en"))
    assert (zh.startswith("用法：lint-reports "), en.startswith("usage: lint-reports ")) == (True, True)
    assert re.findall("^usage:|^positional arguments:|^options:", zh, re.MULTILINE) == []
    assert re.findall("[一-龥]", en) == []


def test_options_may_stand_between_paths(check) -> None:
    for name in ("甲.txt", "乙.txt"):
        write(name, ERROR)
    done = check("甲.txt", "--severity=error", "乙.txt", "--quiet")
    assert done == check("甲.txt", "乙.txt", "--quiet", "--severity", "error")
    assert [name in done.out for name in ("甲.txt", "乙.txt")] == [True, True]


def test_a_mistake_of_ours(check, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("lint_reports.engine.analyse", broken)
    done = check(write("a.txt", ERROR))
    assert (done.code, done.out) == (3, "")
    lines = done.err.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-2:] == [
        "ZeroDivisionError: division by zero",
        "lint-reports: 程序内部错误，不是您的文件有问题。请把以上内容连同版本号报告给开发者。",
    ]
    assert check("a.txt", "--lang", "en").err.splitlines()[-1] == (
        "lint-reports: a mistake in the program, not in your files. Please report the lines above with the version."
    )


# What follows needs a process of its own.


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "lint_reports", *map(str, arguments)]


@pytest.fixture
def own(folder) -> list[object]:
    """The options for the pack of the test alone."""
    return ["--rules", folder.parent / "t.yaml", "--select", "t"]


def test_standard_input(own) -> None:
    done = subprocess.run(command("check", "-", *own), input=ERROR.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode()) == (1, FOUND.format(name="<stdin>") + SUMMARY)
    named = command("check", "-", "--stdin-name", "草稿.md", *own)
    done = subprocess.run(named, input=f"`截止`{ERROR}".encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().splitlines()[0]) == (1, "草稿.md:1:12: 错误 t/rule 应为截至")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_version_and_help_need_nothing(option) -> None:
    script = (
        f"import sys; from lint_reports.cli import main; code = main(['{option}'])\n"
        "heavy = {'yaml', 'regex', 'opencc', 'argparse', 'json', 'pathlib', 'lint_reports.engine', 'lint_reports.checks',\n"
        "    'lint_reports.rulelang', 'lint_reports.rules'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("lint-reports")
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0 []", "")


PLAIN = [
    "a.txt ./b x/",
    "--format json --no-cache a.txt b.txt",
    "a.txt b.txt --quiet --color never --severity info",
    "a.txt --quiet b.txt --format json x/",
    "-q --no-config --output out.json a.txt --fail-on never",
    "--lang en --fix --unsafe-fixes --stdin-name a.md a.txt",
    "--format json --format github --quiet -q a.txt",
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("arguments", PLAIN)
def test_plain_arguments_are_what_argparse_makes_of_them(arguments, lang) -> None:
    words = [*arguments.split(), ""][: None if arguments.endswith("/") else -1]
    assert vars(plain(words, OPTIONS, lang)) == vars(_parser(lang).parse_intermixed_args(words))


OTHERS = [
    "",
    "-",
    "--quiet",
    "-- a.txt",
    "--format=json a.txt",
    "--format yaml a.txt",
    "--format --quiet a.txt",
    "a.txt --format",
    "--workers 2 a.txt",
    "--select wording a.txt",
    "--quie a.txt",
    "-qq a.txt",
    "--help",
]


@pytest.mark.parametrize("arguments", OTHERS)
def test_all_else_is_left_to_argparse(arguments) -> None:
    assert plain(arguments.split(), OPTIONS, "zh") is None


@pytest.mark.parametrize("arguments", [("--version",), ("check", "a.txt"), ("check", "gone.txt")], ids=" ".join)
def test_a_process_ends_as_python_would_end_it(folder, arguments) -> None:
    write("a.txt", ERROR)
    script = (
        "import atexit, sys; from lint_reports.cli import main, run\n"
        "atexit.register(print, 'the end')\n"
        f"sys.argv[1:] = {arguments!r}\n"
    )
    ends = [
        subprocess.run([sys.executable, "-c", script + leave], capture_output=True, text=True, check=False)
        for leave in ("run()", "sys.exit(main())")
    ]
    assert ends[0].stdout.endswith("the end\n")
    assert len({(done.returncode, done.stdout, done.stderr) for done in ends}) == 1


def test_a_run_from_the_cache_loads_only_what_it_needs(folder) -> None:
    write("a.txt", CLEAN)
    script = (
        "import sys; from lint_reports.cli import main; code = main(['check', 'a.txt'])\n"
        "heavy = {'yaml', 'regex', 'opencc', 'argparse', 'locale', 'ahocorasick_rs', 'ast', 'inspect', 'dataclasses', 'decimal', 'json', 'tempfile', 'difflib',\n"
        "    'tree_sitter', 'charset_normalizer', 'logging', 'lint_reports.rulelang.loading', 'lint_reports.samples',\n"
        "    'lint_reports.fixing', 'lint_reports.writeback', 'lint_reports.diffing',\n"
        "    'pathspec', 'tomllib', 'lint_reports.configuration.layers', 'lint_reports.configuration.merging'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0 []\n", "")


@pytest.mark.skipif(os.name != "posix", reason="pipes of another kind")
@pytest.mark.parametrize(
    "arguments",
    [("check", ".", "--color", "always"), ("rules", "list"), ("rules", "schema"), ("--help",)],
    ids=" ".join,
)
def test_a_closed_pipe_leaves_no_traceback(folder, own, arguments) -> None:
    write("a.txt", ERROR * 2_000)
    more = own if arguments[0] == "check" else []
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(command(*arguments, *more), stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
def test_an_interrupt(folder, own) -> None:
    os.mkfifo("pipe.txt")
    running = subprocess.Popen(command("check", "pipe.txt", *own), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open("pipe.txt", "wb"):  # opens as soon as the program reads
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to try")
@pytest.mark.parametrize("arguments", [("check", "a.txt"), ("rules", "list"), ("--version",)], ids=" ".join)
def test_a_full_disk(folder, own, arguments) -> None:
    write("a.txt", ERROR)
    more = own if arguments[0] == "check" else []
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command(*arguments, *more), stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, "lint-reports: 结果没有写完：磁盘已满。请清理后重试。\n")


@pytest.mark.skipif(os.name != "posix", reason="locales of another kind")
@pytest.mark.parametrize("utf8_mode", ["0", "1"])
def test_a_locale_without_chinese(folder, own, utf8_mode) -> None:
    write("a.txt", ERROR)
    environment = os.environ | {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": utf8_mode, "PYTHONCOERCECLOCALE": "0"}
    environment.pop("PYTHONIOENCODING", None)
    done = subprocess.run(command("check", "a.txt", *own), env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, FOUND.format(name="a.txt") + SUMMARY, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no text")
def test_a_file_whose_name_is_no_text(folder, own) -> None:
    Path(os.fsdecode(b"a\xff.txt")).write_text(ERROR, encoding="utf-8")
    done = subprocess.run(command("check", ".", "--format", "json", *own), capture_output=True, check=False)
    assert json.loads(done.stdout)["files"][0]["path"] == "./a\udcff.txt"
    text = subprocess.run(command("check", ".", "-q", *own), capture_output=True, check=False)
    assert text.stdout.decode().splitlines()[0] == "./a\\udcff.txt:1:8: 错误 t/rule 应为截至"


@pytest.mark.skipif(os.name != "posix", reason="terminals of another kind")
@pytest.mark.parametrize(
    "environment, colored",
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": ""}, False)],
    ids=["terminal", "dumb terminal", "no colour wanted"],
)
def test_colour_on_a_terminal(folder, own, environment, colored) -> None:
    write("a.txt", ERROR)
    main_end, terminal = os.openpty()
    done = subprocess.run(command("check", "a.txt", *own), env=os.environ | environment, stdout=terminal, check=False)
    os.close(terminal)
    printed = os.read(main_end, 100_000).decode()
    os.close(main_end)
    assert done.returncode == 1
    assert ("\x1b[31;1m错误\x1b[0m" in printed) is colored
    assert ("\x1b" in printed) is colored


def test_findings_never_replace_what_is_checked(check) -> None:
    name = write("报告.txt", ERROR)
    done = check(name, "--output", "./报告.txt")
    assert done == (2, "", "lint-reports: --output ./报告.txt 是要检查的文件，结果会盖掉它；请写到别处。\n")
    assert Path(name).read_text(encoding="utf-8") == ERROR


def test_findings_of_a_folder_are_not_checked_the_next_time(check) -> None:
    write("甲/报告.txt", ERROR)
    first = check("甲", "--output", "甲/结果.txt"), Path("甲/结果.txt").read_text(encoding="utf-8")
    assert (check("甲", "--output", "甲/结果.txt"), Path("甲/结果.txt").read_text(encoding="utf-8")) == first


def test_an_output_must_have_a_name(check) -> None:
    write("报告.txt", ERROR)
    assert check("报告.txt", "--output", "结果/") == (
        2,
        "",
        "lint-reports: --output 要写文件名，“结果/”不是。\n",
    )


def test_no_rule_at_all_is_a_mistake(check) -> None:
    write("报告.txt", ERROR)
    assert check("报告.txt", "--select", "").code == 2


@pytest.mark.parametrize("stream", ["<", ">", "2>"])
def test_closed_streams(tmp_path, stream) -> None:
    (tmp_path / "报告.txt").write_text(ERROR, encoding="utf-8")
    script = f'exec "$0" -m lint_reports check {"-" if stream == "<" else "报告.txt"} --select wording {stream}&-'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == (2 if stream == "<" else 1)
    assert "Traceback" not in done.stderr


def test_exit_codes_hold_when_nobody_listens(tmp_path) -> None:
    script = 'exec "$0" -m lint_reports check nothing 2>&-'
    done = subprocess.run(["sh", "-c", script, sys.executable], cwd=tmp_path, check=False)
    assert done.returncode == 2


def test_names_do_not_steer_the_terminal(cli) -> None:
    assert cli("check", "\x1b[31m甲\u202e").err == (
        "lint-reports: 没有这个文件或文件夹：\\x1b[31m甲\\u202e。请检查路径。\n"
    )


def test_a_device_that_never_ends_is_too_long(monkeypatch, check) -> None:
    monkeypatch.setattr("lint_reports.cli.running.MAX_BYTES", 1000)
    monkeypatch.setattr("lint_reports.readers.encoding.MAX_BYTES", 1000)
    assert "上限" in check("/dev/zero").out + check("/dev/zero").err
