"""What stands round the page: its head with everything it needs, and its end."""

from __future__ import annotations

import base64
import hashlib
import os
from html import escape

from lint_reports.language import Lang, Say
from lint_reports.reporters.escaping import writable

_HERE = os.path.dirname(os.path.abspath(__file__))
TITLE = Say("检查报告", "Check report")


def shown(text: str) -> str:
    """A text of anybody's, as the content of an element or of an attribute in double quotes."""
    return escape(writable(text))


def head(lang: Lang) -> str:
    """Everything before the first heading. The page may run its own script and nothing else, and load nothing."""
    digest = base64.b64encode(hashlib.sha256(_part("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if lang == "en" else "zh-Hans"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="lint-reports">\n'
        f"<title>{TITLE.text(lang)}</title>\n<style>\n{_part('page.css')}</style>\n</head>\n<body>\n"
    )


def foot() -> str:
    """The script, and the end."""
    return f"</main>\n<script>{_part('page.js')}</script>\n</body>\n</html>\n"


def _part(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8", newline="") as file:
        return file.read().replace("\r\n", "\n")
