"""A linter for Chinese official reports: dates, numbering, punctuation and wording, checked against each other."""

__version__ = "0.1.0"
