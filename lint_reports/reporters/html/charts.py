"""The charts of the summary, as SVG within the page. Colours are variables of its style, so that they suit the dark."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from lint_reports.errors import UsageError
from lint_reports.finding import Severity
from lint_reports.language import Say

_BAR = 26
_LEGEND = 14
"""Pixels more below a chart than pygal leaves: too little for a line of Han characters."""
_FRAME = 78
_MARGIN = 12
_LABEL = 30
"""Characters of a label at most."""
_COLORS = {severity: f"var(--{severity.label})" for severity in Severity}
# Scripts, comments with the day of drawing, and ids that all charts of the library have.
_UNWANTED = re.compile(r"<script.*?</script>|<!--.*?-->|<\?.*?\?>| id=\"activate-serie-\d+\"", re.DOTALL)


class Bar(NamedTuple):
    """One bar.

    Attributes:
        label: what stands beside it.
        counts: how much of each severity.
        link: where it leads, or empty.
    """

    label: str
    counts: dict[Severity, int]
    link: str = ""


def library() -> Any:
    """The library that draws.

    Raises:
        UsageError: it is missing.
    """
    try:
        import pygal  # 0.1 s, and only this format draws
    except ImportError:
        raise UsageError(
            Say(
                "--format html 画图要用 pygal，尚未安装；请运行：pip install 'lint-reports[html]'。",
                "--format html draws with pygal, which is not installed; run: pip install 'lint-reports[html]'",
            )
        ) from None
    # It leaves behind a finder for maps, which we do not draw, and of which Python 3.11 complains at every import.
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != pygal.__name__]
    return pygal


def bars(name: str, title: str, bars: Sequence[Bar], legend: dict[Severity, str]) -> str:
    """Bars, one below the other, each in pieces by severity.

    Args:
        name: a word that no other chart of the page has.
        title: what the chart shows.
        bars: from above.
        legend: what the severities that occur are called.
    """
    chart = library().HorizontalStackedBar(_config(len(bars)), style=_style(list(legend)))
    chart.uuid = name  # a random one otherwise, and the same run is to give the same page
    chart.title = title
    chart.x_labels = [_shortened(bar.label) for bar in reversed(bars)]
    # Han characters are wider than the library reckons.
    chart.margin_left = _MARGIN + max(5 * sum(char > "\u2e80" for char in _shortened(bar.label)) for bar in bars)
    for severity, called in legend.items():
        chart.add(called, [_value(bar, severity) for bar in reversed(bars)])
    drawn: str = chart.render(is_unicode=True)
    return _UNWANTED.sub("", drawn).replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1)


def _value(bar: Bar, severity: Severity) -> dict[str, Any] | None:
    count = bar.counts.get(severity, 0)
    if not count:
        return None
    return {"value": count, **({"xlink": {"href": bar.link}} if bar.link else {})}


def _shortened(label: str) -> str:
    return label if len(label) <= _LABEL else f"…{label[1 - _LABEL :]}"


def _config(count: int) -> Any:
    return library().Config(
        js=[],
        disable_xml_declaration=True,
        width=640,
        height=_FRAME + _BAR * max(count, 2),
        margin=_MARGIN,
        spacing=6,
        legend_at_bottom=True,
        margin_bottom=_MARGIN + _LEGEND,
        legend_at_bottom_columns=3,
        legend_box_size=12,
        print_values=True,
        print_zeroes=False,
        show_y_guides=False,
        show_x_guides=False,
        show_y_labels=True,
        show_x_labels=False,
        truncate_legend=-1,
        truncate_label=-1,
        formatter=str,
        classes=("chart",),
    )


def _style(severities: list[Severity]) -> Any:
    from pygal.style import Style

    return Style(
        background="transparent",
        plot_background="transparent",
        foreground="var(--fg)",
        foreground_strong="var(--fg)",
        foreground_subtle="var(--soft)",
        guide_stroke_color="var(--line)",
        major_guide_stroke_color="var(--line)",
        font_family="sans-serif",
        colors=tuple(_COLORS[severity] for severity in severities),
        value_colors=("var(--bg)",) * len(severities),
        opacity="1",
        opacity_hover=".8",
        stroke_width="0",
        stroke_width_hover="0",
        transition="0s",
        label_font_size=13,
        major_label_font_size=13,
        value_font_size=12,
        title_font_size=15,
        legend_font_size=13,
    )
