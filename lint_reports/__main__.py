"""`python -m lint_reports`."""

from lint_reports.cli import run

if __name__ == "__main__":
    run()
