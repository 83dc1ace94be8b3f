"""What tells of relations between figures, and what is loaded for it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from lint_reports.analysis.cues import moved_in, risen_in, summed_in
from lint_reports.analysis.skeleton import Skeleton
from lint_reports.analysis.source import Source
from lint_reports.folding import fold
from lint_reports.text import Span


def skeleton(text: str) -> Skeleton:
    folded = fold(text)
    spans = [Span(line.start(), line.end()) for line in re.finditer("[^\n]+", folded)]
    return Skeleton(Source(text, folded, folded, spans))


# The text; which of its figures have risen or fallen, which are sums.
CASES = [
    ("受理60件，同比增长20%。", [1], []),
    ("办结率达98%，提高了3.5个百分点。", [1], []),
    ("达到60件，为上年的2倍。", [], []),
    ("降幅达到20%，减少率为5%，增长幅度达3%。", [0, 1, 2], []),
    ("比上年多5件、少3人。", [0, 1], []),
    ("约增长20%，增长近5件。", [0], []),
    ("3件、4件，共计7件，共7件，合计投入7万元。", [], [2, 3, 4]),
    ("总数为8件，总收入达到9万元，共享10件。", [], [0, 1]),
]


@pytest.mark.parametrize("text, risen, summed", CASES, ids=[text for text, _, _ in CASES])
def test_marks_that_stand_after_words(text: str, risen: list[int], summed: list[int]) -> None:
    assert (risen_in(skeleton(text)), summed_in(skeleton(text))) == (risen, summed)


def test_figures_that_moved() -> None:
    one = skeleton("办理量由全年50件增至60件，比例从5%左右下降到3%，由1件到2件。")

    assert [(one.group(found, "prior").text, one.group(found, "current").text) for found in moved_in(one)] == [
        ("50件", "60件")
    ]


def test_patterns_are_tried_at_marks_only() -> None:
    one = skeleton("办结3件，占5件，占7件")
    pattern = re.compile("[\ufdd0](?:，占[\ufdd0])?")

    assert one.marks_before("占") == [0, 1]
    assert [found.span() for found in one.matches_from(pattern, [-1, 0, 1, 2])] == [(2, 6), (8, 9)]
    assert [found.start() for found in one.matches_over(re.compile("占[\ufdd0]"), [-1, 1, 2, 9], 1)] == [4, 7]


LOADED = """
import sys
from lint_reports.analysis import analyse
from lint_reports.readers import read
figures = analyse(read(sys.argv[1].encode(), "a.txt")).figures
for name in dir(type(figures)):
    if not name.startswith("_"):
        getattr(figures, name)
known = ("changes", "rates", "breakdowns", "totals", "comparisons")
print(*(name for name in known if f"lint_reports.analysis.{name}" in sys.modules), "decimal" in sys.modules)
"""


@pytest.mark.parametrize(
    "text, loaded",
    [
        ("全年受理案件60件，接待群众300人次。", "False"),
        ("全年受理案件60件，同比增长20%。", "changes True"),
        ("受理60件，其中撤销20件、维持40件。", "breakdowns True"),
        ("办结60件，办结率为98%。", "rates False"),
    ],
)
def test_only_what_a_text_has_words_for_is_loaded(text: str, loaded: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, text], capture_output=True, check=True)

    assert done.stdout.decode().strip() == loaded
