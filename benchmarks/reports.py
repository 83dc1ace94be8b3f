"""Made-up reports: no two alike, with sections, numbers and figures that agree, and with a few mistakes or none.

All places are invented. The same number and size always give the same report.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.figures import FIRST, SECOND
from benchmarks.phrases import Speaker, phrases
from lint_reports.dictionaries import traditional

SIZE = 15_000
_BYTES = 3  # of a Chinese character
_CLEAN = 0.3  # so many reports have no mistake
_MISTAKES = 5  # in each of the others, on average
_MOST = 20
_SECTION = 6_000  # characters under one heading of the first level, at most
_HEADINGS = 8  # under one of those, at most
_PARAGRAPH = (90, 420)  # characters of a paragraph
_SENTENCE = 50  # characters of a sentence, on average
_BACK = ("done", "more")  # kinds of sections that look back


class Style(NamedTuple):
    """How a report looks: what stands before a paragraph, how headings of the second level go on, what it becomes."""

    indent: str
    label: str
    finish: Callable[[str], str]


def _plain(text: str) -> str:
    return text


def _half_width(text: str) -> str:
    return text.translate(str.maketrans("，：；（）", ",:;()"))


_LABELS = ("（{}）{}\n{}", "（{}）{}。{}")
_FINISHES = (_plain, _plain, _plain, _plain, _half_width, traditional)


def numeral(number: int) -> str:
    """A Chinese numeral, up to 9999."""
    text = ""
    for digit, unit in zip(f"{number:04}", "千百十" + " ", strict=True):
        if digit != "0":
            text += "零一二三四五六七八九"[int(digit)] + unit.strip()
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if 10 <= number < 20 else text


def report(number: int, size: int = SIZE) -> str:
    """A report.

    Args:
        number: which one.
        size: about how many bytes it takes in UTF-8.
    """
    chance = random.Random(number)
    style = Style(chance.choice(("", "　　")), chance.choice(_LABELS), chance.choice(_FINISHES))
    mistakes = _mistakes(chance)
    text = "".join(_Writer(chance, style, mistakes / 2).report(size // _BYTES))
    return style.finish(_with_slips(text, mistakes // 2, chance))


def _mistakes(chance: random.Random) -> int:
    return 0 if chance.random() < _CLEAN else min(_MOST, 1 + int(chance.expovariate(1 / _MISTAKES)))


def _with_slips(text: str, count: int, chance: random.Random) -> str:
    """The text with slips of the pen, each somewhere."""
    for _ in range(count):
        right, wrong = chance.choice(phrases()["slips"])
        place = text.find(right, chance.randrange(len(text)))
        if place >= 0:
            text = text[:place] + wrong + text[place + len(right) :]
    return text


class _Writer:
    """Writes one report, with about so many faulty sentences for every 15 KB."""

    def __init__(self, chance: random.Random, style: Style, faults: float) -> None:
        self._chance = chance
        self._style = style
        self._faulty = faults * _SENTENCE * _BYTES / SIZE
        year = chance.randint(2018, 2024)
        self._names = {
            "place": chance.choice(FIRST) + chance.choice(SECOND) + chance.choice("县县县区市"),
            "organ": chance.choice(list(phrases()["areas"])),
            "year": str(year),
            "next": str(year + 1),
        }

    def report(self, characters: int) -> Iterator[str]:
        """The whole, in pieces: what was done, in as many sections as the size takes, what is lacking, the plans."""
        speaker = self._speaker()
        yield speaker.of("title") + "\n\n" + self._style.indent + speaker.of("lead") + "\n\n"
        lacks, plans = min(_SECTION, characters * 0.1), min(_SECTION, characters * 0.2)
        back = max(1, round((characters - lacks - plans) / _SECTION))
        each = (characters - lacks - plans) / back
        yield from self._section(1, "done", speaker.of("done_title"), each)
        for number in range(2, back + 1):
            yield from self._section(number, "more", speaker.say("{town}、{town}工作情况"), each)
        yield from self._section(back + 1, "lack", speaker.of("lack_title"), lacks)
        yield from self._section(back + 2, "plan", speaker.of("plan_title"), plans)
        yield speaker.say("\n{place}{organ}\n{next}年1月{5-28}日\n")

    def _speaker(self) -> Speaker:
        areas = phrases()["areas"]
        return Speaker(self._chance, self._names, phrases()["common"] | areas[self._names["organ"]])

    def _section(self, number: int, kind: str, title: str, characters: float) -> Iterator[str]:
        """A heading of the first level and paragraphs under headings of the second."""
        speaker = self._speaker()
        yield f"{self._style.indent}{numeral(number)}、{title}\n"
        count = max(1, min(_HEADINGS, round(characters / self._chance.randint(*_PARAGRAPH))))
        for label in range(1, count + 1):
            heading, text = speaker.of(f"{kind}_heading"), self._paragraph(speaker, kind, characters / count)
            yield self._style.indent + self._style.label.format(numeral(label), heading, text) + "\n"

    def _paragraph(self, speaker: Speaker, kind: str, length: float) -> str:
        text = ""
        while len(text) < length:
            faulty = kind in _BACK and self._chance.random() < self._faulty
            text += speaker.of("fault" if faulty else "done" if kind in _BACK else kind)
        return text
