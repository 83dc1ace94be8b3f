"""Which way a section looks: back, forward, or at what is wanting. Rules catalogue §5.4."""

from __future__ import annotations

from itertools import pairwise

from lint_reports.analysis.lexicon import AHEAD, HEAD, HEAD_TENSE, JOINERS
from lint_reports.facts import Tense

_UNKNOWN = Tense.UNKNOWN


def heading_tense(title: str) -> Tense:
    """The tense of a section by its heading (folded, without label).

    The right-most head decides: 重点工作推进情况 looks back, 2024年重点工作安排 looks forward. Heads that are joined
    look both ways; a word for the future under a head that looks back (下步工作情况说明) decides nothing.
    """
    words = HEAD.findall(title)
    if not words:
        return _UNKNOWN
    return HEAD_TENSE[words[0]] if len(words) == 1 else _joined(title)


def _joined(title: str) -> Tense:
    heads = [(found.start(), found.end(), found.group()) for found in HEAD.finditer(title)]
    tense = HEAD_TENSE[heads[-1][2]]
    for (_, end, words), (start, _, _) in pairwise(heads):
        if HEAD_TENSE[words] is tense:
            continue
        if any(joiner in title[end:start] for joiner in JOINERS):
            return Tense.MIXED
        if words in AHEAD:
            return Tense.UNKNOWN
    return tense
