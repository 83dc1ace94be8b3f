"""JUnit and Checkstyle."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from xmlschema import XMLSchema

JUNIT = XMLSchema(str(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def junit(text: str) -> ET.Element:
    JUNIT.validate(text)
    root = ET.fromstring(text)
    for suite in root:
        cases = list(suite)
        counts = (
            len(cases),
            sum(1 for case in cases if case.find("failure") is not None),
            sum(1 for case in cases if case.find("error") is not None),
        )
        assert counts == tuple(int(suite.attrib[name]) for name in ("tests", "failures", "errors"))
    return root


def test_junit(render, outcomes) -> None:
    assert render("junit", outcomes) == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lint-reports">
  <testsuite name="报告 1.txt" tests="3" failures="2" errors="0">
    <testcase name="punct/style 2:1" classname="报告 1.txt"><system-out>宜用全角括号</system-out></testcase>
    <testcase name="outline/duplicate 3:1" classname="报告 1.txt"><failure type="error" message="序号“(三)”重复">序号“(三)”重复
第2行第1列：前一个在此
建议（需人工确认）：“三” → “四”</failure></testcase>
    <testcase name="wording/jiezhi 3:9" classname="报告 1.txt"><failure type="warning" message="应为“截至”">应为“截至”
可改为：“止” → “至”</failure></testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0">
    <testcase name="clean" classname="b.md"/>
  </testsuite>
  <testsuite name="c.txt" tests="1" failures="0" errors="1">
    <testcase name="not-checked" classname="c.txt"><error message="规则 t/a 已放弃。">规则 t/a 已放弃。</error></testcase>
  </testsuite>
  <testsuite name="图.txt" tests="1" failures="0" errors="1">
    <testcase name="not-checked" classname="图.txt"><error message="未检查">这是图片。</error></testcase>
  </testsuite>
</testsuites>
"""  # fmt: skip


def test_junit_by_its_schema(render, outcomes) -> None:
    assert len(junit(render("junit", outcomes))) == 4
    assert len(junit(render("junit", []))) == 0


def test_checkstyle(render, outcomes) -> None:
    assert render("checkstyle", outcomes) == """\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="报告 1.txt">
    <error line="2" column="1" severity="info" message="宜用全角括号" source="lint-reports/punct/style"/>
    <error line="3" column="1" severity="error" message="序号“(三)”重复&#10;第2行第1列：前一个在此&#10;建议（需人工确认）：“三” → “四”" source="lint-reports/outline/duplicate"/>
    <error line="3" column="9" severity="warning" message="应为“截至”&#10;可改为：“止” → “至”" source="lint-reports/wording/jiezhi"/>
  </file>
  <file name="c.txt">
    <error line="1" column="1" severity="error" message="规则 t/a 已放弃。" source="lint-reports/not-checked"/>
  </file>
  <file name="图.txt">
    <error line="1" column="1" severity="error" message="未检查: 这是图片。" source="lint-reports/not-checked"/>
  </file>
</checkstyle>
"""  # fmt: skip


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_a_hostile_document(render, hostile, harm, name) -> None:
    root = ET.fromstring(render(name, hostile))
    seen = {element.tag for element in root.iter()}
    assert seen <= {"testsuites", "testsuite", "testcase", "failure", "error", "checkstyle", "file"}
    shown = harm.replace("\x00", "").replace("\x1b", "\ufffd").replace("\ufffe", "\ufffd").replace("\udc80", "")
    assert any(shown in value for element in root.iter() for value in element.attrib.values())
