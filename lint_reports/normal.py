"""Texts as they are compared between runs and with what people write: what one may change without changing the text."""

from __future__ import annotations

_UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, _UNSEEN))


def bare(text: str) -> str:
    """A text without white space and what shows nothing, full-width ASCII characters made half-width."""
    return "".join(text.translate(_TABLE).split())
