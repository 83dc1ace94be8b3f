"""`python -m lint_reports`."""

import sys

from lint_reports.cli import main

if __name__ == "__main__":
    sys.exit(main())
