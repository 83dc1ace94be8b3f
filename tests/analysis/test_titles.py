"""What a title says of its document, and whether the signer is its issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

BODY = "一年来，坚持依法行政，认真履行职责，各项工作取得明显成效。"


@pytest.mark.parametrize(
    "title, issuer, kind",
    [
        pytest.param("某某市司法局2023年法治政府建设工作报告", "某某市司法局", "报告", id="the issuer first"),
        pytest.param("2023年某某市司法局法治政府建设情况报告", "某某市司法局", "报告", id="the year first"),
        pytest.param("关于某某市2023年法治政府建设情况的报告", "某某市", "报告", id="the issuer in the subject"),
        pytest.param("某某市司法局關於申請辦案經費的請示", "某某市司法局", "请示", id="Traditional script"),
        pytest.param("某某市司法局\n关于印发工作方案的通知", "某某市司法局", "通知", id="two lines"),
        pytest.param("某某市政府工作报告", "某某市", "报告", id="a report of a government"),
        pytest.param("某某市民政局2023年总结和2024年思路", "某某市民政局", "思路", id="two kinds"),
        pytest.param("某某市司法局2023年工作报告（摘要）", "某某市司法局", "报告", id="brackets after the kind"),
        pytest.param("某某县人民政府 关于安全生产工作的 通 知", "某某县人民政府", "通知", id="spread by spaces"),
        pytest.param("2023年法治政府建设年度报告", None, "报告", id="no issuer"),
        pytest.param("关于2023年法治政府建设情况的报告", None, "报告", id="no issuer in the subject"),
        pytest.param("全市2023年法治政府建设情况报告", None, "报告", id="of all"),
        pytest.param("关于加强安全监管", None, None, id="no kind"),
    ],
)
def test_title(title: str, issuer: str | None, kind: str | None, analysis: Callable[[str], Analysis]):
    found = analysis(f"{title}\n{BODY}").roles.title

    assert found is not None
    assert (found.text, found.issuer, found.kind) == (title.replace("\n", ""), issuer, kind)


def test_the_place_of_the_issuer(analysis: Callable[[str], Analysis]):
    text = f"2023年某某市司法局法治政府建设情况报告\n{BODY}"
    found = analysis(text).roles.title

    assert found is not None
    assert (found.span.of(text), found.issuer_span.of(text)) == (
        "2023年某某市司法局法治政府建设情况报告",
        "某某市司法局",
    )


@pytest.mark.parametrize(
    "title, signer, expected",
    [
        pytest.param("某某市司法局", "某某市司法局", True, id="the same"),
        pytest.param("某某市住建局", "某某市住房和城乡建设局", True, id="a short name"),
        pytest.param("市卫健委", "某某市卫生健康委员会", True, id="a short name without its place"),
        pytest.param("某某县人民政府", "某某县政府办公室", True, id="the office of a government"),
        pytest.param("某某市司法局", "临江市司法局", False, id="another place"),
        pytest.param("某某市司法局", "某某市民政局", False, id="another organ"),
        pytest.param("某某市", "某某市司法局", None, id="a place is no organ"),
        pytest.param("某某市司法局、某某市民政局", "某某市民政局", None, id="several issuers"),
        pytest.param("某某市司法局", "某某市财政局\n某某市民政局", None, id="several signers"),
        pytest.param("某某市司法局", "", None, id="no signer"),
    ],
)
def test_same_issuer(title: str, signer: str, expected: bool | None, analysis: Callable[[str], Analysis]):
    signature = f"{signer}\n2024年1月8日" if signer else ""
    roles = analysis(f"{title}2023年工作总结\n{BODY}\n{signature}\n").roles

    assert roles.same_issuer is expected
