"""Documents for the tests of the analysis: one paragraph to a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis, analyse
from lint_reports.readers import read


@pytest.fixture
def analysis() -> Callable[[str], Analysis]:
    """The facts of a plain text."""
    return lambda text: analyse(read(text.encode(), "a.txt"))
