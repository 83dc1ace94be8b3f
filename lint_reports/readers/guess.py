"""Which encoding bytes are in, told by whether they give Chinese prose.

Read in the wrong encoding, Chinese text mostly gives Chinese characters too, but rare ones. So every candidate reads a
sample, and the share of the commonest characters decides: some 0.85 of text read rightly, hardly 0.1 of text read
wrongly. The sample is read leniently, so that a file with a broken byte is known for what it is and the strict reading
that follows can say where it is broken.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lint_reports.patterns import lazy
from lint_reports.readers.commonest import COMMONEST


class _Candidate(NamedTuple):
    codec: str
    family: str


class _Reading(NamedTuple):
    """How a candidate reads the sample: the share of common characters, of how many that tell anything."""

    share: float
    evidence: int
    candidate: _Candidate


# GB18030 contains GBK and GB2312. Of the two tables for Big5 the one of Taiwan comes first, because Hong Kong's reads
# some marks as look-alikes (～ as ∼, ￥ as ¥); the other is needed for the characters that only Hong Kong has.
_CANDIDATES = (
    _Candidate("utf-8", "UTF-8"),
    _Candidate("gb18030", "GB"),
    _Candidate("cp950", "Big5"),
    _Candidate("big5hkscs", "Big5"),
    _Candidate("utf-16-le", "UTF-16-LE"),
    _Candidate("utf-16-be", "UTF-16-BE"),
)

_SAMPLE = 16 * 1024
_MIN_SHARE = 0.4
_MIN_LEAD = 0.25
# In a file of a few characters chance is strong: the lead asked for grows to 1 for a single one.
_CHANCE = 0.75

_NOT_ASCII = re.compile(rb"[^\x00-\x7f]")
_TELLING = lazy(r"[^\t-\r\x1a\x20-\x7e]")


def encodings(data: bytes) -> tuple[str, ...]:
    """The names under which Python may read the bytes, the best first; none if no candidate stands out."""
    sample = _sample(data)
    readings = sorted((_read(sample, candidate) for candidate in _CANDIDATES), key=_share, reverse=True)
    best = readings[0]
    rival = next(reading for reading in readings if reading.candidate.family != best.candidate.family)
    if best.share < _MIN_SHARE or best.share - rival.share < _MIN_LEAD + _CHANCE / max(1, best.evidence):
        return ()
    return tuple(each.codec for _, _, each in readings if each.family == best.candidate.family)


def _sample(data: bytes) -> bytes:
    """The part that tells: from the first byte above ASCII on, cutting no character of two bytes."""
    first = _NOT_ASCII.search(data)
    start = first.start() & ~1 if first else 0
    return data[start : start + _SAMPLE]


def _read(sample: bytes, candidate: _Candidate) -> _Reading:
    text = sample.decode(candidate.codec, "replace")
    telling = _TELLING.findall(text)
    if not telling:
        return _Reading(1.0, len(text), candidate)
    return _Reading(sum(character in COMMONEST for character in telling) / len(telling), len(telling), candidate)


def _share(reading: _Reading) -> float:
    return reading.share
