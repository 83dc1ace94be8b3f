"""A report on one page that needs nothing else: charts, the documents with what was found marked in them, filters.

It works without JavaScript, which only adds the filters and the keys. Nothing is loaded from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint_reports.located import Checked, Located
from lint_reports.report import Failure
from lint_reports.reporters import Style, Totals
from lint_reports.reporters.html.charts import library
from lint_reports.reporters.html.document import article
from lint_reports.reporters.html.frame import foot, head
from lint_reports.reporters.html.summary import summary


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """The page. Of files without findings only the number is kept, so that thousands of them add nothing.

    Raises:
        UsageError: the library that draws the charts is missing.
    """
    library()  # if it is missing, that is said before anything is checked
    totals, shown, unchecked = Totals(), [], []
    for outcome in outcomes:
        totals.add(outcome)
        if isinstance(outcome, Failure) or outcome.problems:
            unchecked.append(outcome)
        if isinstance(outcome, Checked) and outcome.findings:
            shown.append(outcome)
    yield head(style.lang)
    yield from summary(totals, shown, unchecked, style)
    for number, checked in enumerate(shown, 1):
        yield from article(number, checked, style)
    yield foot()
