"""How a rule says what speaks against a match."""

from __future__ import annotations

from lint_reports.rulelang.patterns import read_ending, read_pattern
from lint_reports.rulelang.schema import ListOf, Record, Text

VETO = ListOf(
    Record(
        {
            "before": Text("a pattern that ends right before the match", read_ending),
            "after": Text("a pattern that begins right after the match", read_pattern),
            "around": Text("a pattern that overlaps the match, such as a longer word that contains it", read_pattern),
            "within": Text("a pattern that stands anywhere in the match", read_pattern),
            "paragraph": Text("a pattern that stands anywhere in the paragraph", read_pattern),
            "next": Text("a pattern that stands anywhere in the next paragraph", read_pattern),
            "good": Text("a sample that only this veto keeps silent", most=20000),
        },
        ("good",),
        about="one reason not to report a match, with a sample of its own",
    ),
    "reasons not to report a match",
)
