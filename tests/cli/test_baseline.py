"""`lint-reports baseline`, and `check` with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ERROR = "坚持依法行政，截止六月办结五件。\n"
WARNING = "坚持依法行政，认真布署各项工作。\n"
CLEAN = "坚持依法行政，截至六月办结五件。\n"
FILE = "lint-reports-baseline.yaml"
NEW = "新：a.txt t/soft “坚持依法行政,认真⟦布署⟧各项工作。”\n"


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def entries(file: str = FILE) -> list[dict]:
    return [json.loads(line[2:]) for line in Path(file).read_text(encoding="utf-8").splitlines()[4:]]


@pytest.fixture
def baseline(cli, folder):
    """Runs a command of `baseline` with that pack alone."""

    def baseline(command: str, *arguments: object):
        return cli("baseline", command, *arguments, "--rules", folder.parent / "t.yaml", "--select", "t")

    return baseline


def test_known_findings_do_not_fail_and_new_ones_do(check, baseline) -> None:
    write("a.txt", ERROR)
    assert baseline("create") == (0, f"已写入 {FILE}：1 处已知问题（1 个文件，1 条规则）。\n", "")
    assert check("a.txt") == (0, "", "")
    write("a.txt", WARNING + ERROR)
    done = check("a.txt")
    assert done.code == 1
    assert done.out.startswith("a.txt:1:10: 警告 t/soft")
    assert done.out.endswith("共检查 1 个文件：0 个错误，1 个警告；另有 1 处已在基线中。\n")


def test_the_summary_counts_what_is_known_in_files_without_anything_new(check, baseline) -> None:
    write("a.txt", ERROR)
    write("b.txt", ERROR)
    baseline("create")
    write("b.txt", WARNING + ERROR)
    assert check(".").out.endswith("共检查 2 个文件：0 个错误，1 个警告；另有 2 处已在基线中。\n")


def test_what_is_written(baseline) -> None:
    write("a/甲.txt", ERROR + ERROR + WARNING)
    baseline("create", "a")
    assert entries() == [
        {
            "path": "a/甲.txt",
            "rule": "t/rule",
            "before": "坚持依法行政,",
            "text": "截止",
            "after": "六月办结五件。",
            "count": 2,
        },
        {"path": "a/甲.txt", "rule": "t/soft", "before": "坚持依法行政,认真", "text": "布署", "after": "各项工作。"},
    ]


def test_it_holds_from_every_folder(check, baseline, monkeypatch, folder) -> None:
    write("a/b.txt", ERROR)
    baseline("create")
    monkeypatch.chdir(folder / "a")
    assert check("b.txt") == (0, "", "")
    assert check(folder / "a") == (0, "", "")


def test_it_can_be_left_out(check, baseline) -> None:
    write("a.txt", ERROR)
    baseline("create")
    assert check("a.txt", "--no-baseline").code == 1


def test_it_can_be_named(check, baseline) -> None:
    write("a.txt", ERROR)
    baseline("create", "--baseline", write("old/.keep", "")[:3] + "/b.yaml")
    assert entries("old/b.yaml")[0]["path"] == "../a.txt"
    assert check("a.txt").code == 1
    assert check("a.txt", "--baseline", "old/b.yaml").code == 0
    write("lint-reports.yaml", "baseline: old/b.yaml\n")
    assert check("a.txt").code == 0
    assert baseline("show").out.startswith("old/b.yaml：1 处已知问题")


@pytest.mark.parametrize("command", ["update", "prune", "show"])
def test_without_one(baseline, command) -> None:
    zh = f"lint-reports: 没有找到 {FILE}。用 lint-reports baseline create 生成，或用 --baseline 指明。\n"
    assert baseline(command) == (2, "", zh)


def test_one_that_is_named_and_is_none(check) -> None:
    done = check(write("a.txt", ERROR), "--baseline", "b.yaml")
    assert done == (
        2,
        "",
        "lint-reports: 没有基线文件 b.yaml。请检查路径，或用 lint-reports baseline create 生成。\n",
    )


def test_create_replaces_nothing(baseline) -> None:
    write(FILE, "x\n")
    assert baseline("create").code == 2
    assert Path(FILE).read_text(encoding="utf-8") == "x\n"


def test_update_lets_the_total_grow_only_if_told(baseline, check) -> None:
    write("a.txt", ERROR)
    baseline("create")
    before = Path(FILE).read_bytes()
    write("a.txt", ERROR + WARNING)
    assert baseline("update") == (
        1,
        f"{NEW}{FILE} 未改动：总数会从 1 处增至 2 处。请先改好新出现的问题，或用 --allow-growth 接受。\n",
        "",
    )
    assert Path(FILE).read_bytes() == before
    assert baseline("update", "--allow-growth") == (0, f"{FILE} 现有 2 处（原 1 处）：新增 1 处，改好 0 处。\n", "")
    assert check("a.txt").code == 0


def test_update_takes_one_in_exchange_for_another_and_says_so(baseline) -> None:
    write("a.txt", ERROR)
    baseline("create")
    write("a.txt", WARNING)
    assert baseline("update") == (0, f"{FILE} 现有 1 处（原 1 处）：新增 1 处，改好 1 处。\n", "")
    assert [entry["rule"] for entry in entries()] == ["t/soft"]


def test_prune_drops_what_is_mended_and_adds_nothing(baseline) -> None:
    write("a.txt", ERROR + ERROR)
    write("b.txt", WARNING)
    write("c.txt", ERROR)
    baseline("create")
    write("a.txt", WARNING + ERROR)
    Path("c.txt").unlink()
    assert baseline("prune", "a.txt") == (0, f"{FILE} 现有 2 处：删去已改好的 2 处。\n", "")
    assert [(entry["path"], entry["rule"]) for entry in entries()] == [("a.txt", "t/rule"), ("b.txt", "t/soft")]


def test_rules_that_were_not_run_are_kept(cli, baseline, folder) -> None:
    write("a.txt", ERROR + WARNING)
    baseline("create")
    write("a.txt", CLEAN)
    done = cli("baseline", "prune", "--rules", folder.parent / "t.yaml", "--select", "t/rule")
    assert done == (0, f"{FILE} 现有 1 处：删去已改好的 1 处。\n", "")
    assert [entry["rule"] for entry in entries()] == ["t/soft"]


def test_a_renamed_file_is_followed(baseline, check) -> None:
    write("a.txt", ERROR + WARNING)
    baseline("create")
    Path("a.txt").rename("b.txt")
    assert check("b.txt") == (0, "", "")
    assert baseline("update") == (0, f"{FILE} 现有 2 处（原 2 处）：新增 0 处，改好 0 处。\n", "")
    assert [entry["path"] for entry in entries()] == ["b.txt", "b.txt"]


def test_show(baseline) -> None:
    write("a.txt", ERROR + ERROR)
    write("b.txt", WARNING)
    baseline("create")
    text = f"{FILE}：3 处已知问题（2 个文件，2 条规则）。\n规则：\n     2 t/rule\n     1 t/soft\n文件：\n     2 a.txt\n     1 b.txt\n"
    assert baseline("show") == (0, text, "")
    write("a.txt", ERROR + WARNING)
    more = f"{NEW}与现状相比：仍在 2 处，改好 1 处（可用 prune 删去），新出现 1 处（检查时会报出）。\n"
    assert baseline("show", ".") == (0, text + more, "")


def test_files_that_cannot_be_read_are_kept_and_said(baseline) -> None:
    write("a.txt", ERROR)
    baseline("create")
    Path("a.txt").write_bytes(b"%PDF-1.7\n")
    done = baseline("prune")
    assert (done.code, done.out) == (2, f"{FILE} 现有 1 处：删去已改好的 0 处。\n")
    assert "./a.txt：未检查，它的问题按原样保留。" in done.err


def test_what_is_excused_is_not_in_it(baseline) -> None:
    write("a.txt", "<!-- lint-reports: ignore t/rule 引文 -->\n" + ERROR + WARNING)
    write("b.txt", ERROR)
    write(".lint-reports-ignore.yaml", "excuses:\n  - {rule: t/rule, path: b.txt}\n")
    baseline("create")
    assert [entry["rule"] for entry in entries()] == ["t/soft"]


def test_a_damaged_one_stops_the_run_before_anything_is_written(check, baseline) -> None:
    write("a.txt", ERROR)
    baseline("create")
    with Path(FILE).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n")
    for done in (check("a.txt", "--format", "json"), baseline("show"), baseline("update")):
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"lint-reports: {FILE}:6:1: 基线文件里有 git 合并冲突的标记")


def test_nothing_is_rewritten_without_need(baseline) -> None:
    write("a.txt", ERROR)
    baseline("create")
    Path(FILE).write_text(Path(FILE).read_text(encoding="utf-8") + "# 备注\n", encoding="utf-8")
    assert baseline("prune").code == 0
    assert Path(FILE).read_text(encoding="utf-8").endswith("# 备注\n")


def test_standard_input_has_no_baseline_commands(baseline) -> None:
    assert baseline("create", "-") == (2, "", "lint-reports: 基线只记文件，不能用 -。\n")


def test_in_english(cli, folder) -> None:
    write("a.txt", ERROR)
    done = cli("baseline", "create", "--rules", folder.parent / "t.yaml", "--select", "t", "--lang", "en")
    assert done == (0, f"{FILE} written: 1 known finding (1 file, 1 rule).\n", "")
