"""What a rule does not look into unless it says so (rules catalogue §1.3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.facts import Mask


@pytest.mark.parametrize(
    "text, lifted, expected",
    [
        pytest.param("修订《办法》和“清单”", [], "修订《□□》和“□□”", id="titles and quotations"),
        pytest.param("修订《办法》和“清单”", ["title"], "修订《办法》和“□□”", id="titles lifted"),
        pytest.param("修订《办法》和“清单”", ["quote"], "修订《□□》和“清单”", id="quotations lifted"),
        pytest.param("“落实《办法》”", ["quote"], "“落实《□□》”", id="a title inside a lifted quotation"),
        pytest.param("“落实《办法》”", ["title"], "“□□□□□□”", id="a lifted title inside a quotation stays masked"),
        pytest.param("某政发〔2024〕5号", [], "某政发□□□□□□□□", id="a document number"),
        pytest.param("（2024）苏05行初1号", [], "□□□□□□□□□□□□□", id="a case number"),
        pytest.param("按GB/T 9704—2012办", [], "按□□□□□□□□□□□□□□办", id="a standard"),
        pytest.param("见https://a.cn/b", [], "见□□□□□□□□□□□□□□", id="an address"),
        pytest.param("修订《办法", [], "修订《办法", id="an open mark masks nothing"),
    ],
)  # fmt: skip
def test_masks(text: str, lifted: list[str], expected: str, analysis: Callable[[str], Analysis]):
    masked = analysis(text).block_text(0, frozenset(Mask(name) for name in lifted))

    assert masked.replace("\ufffc", "□") == expected
    assert len(masked) == len(text)


def test_the_whole_view_is_the_blocks_together(analysis: Callable[[str], Analysis]):
    facts = analysis("　　修订《办法》。\n\n他说：“甲。\n“乙。”\n")

    assert facts.masked.replace("\ufffc", "□") == "\n\n修订《□□》。\n\n他说：“甲。\n“□□”\n"
    assert len(facts.masked) == len(facts.document.text)
