"""Reading a report: from a `Document` to the facts that rules compare."""

from lint_reports.analysis.model import Analysis, analyse

__all__ = ["Analysis", "analyse"]
