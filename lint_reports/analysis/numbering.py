"""What is wrong with a run of numbers: one anomaly for each cause. Rules catalogue §4.6."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class NumberFault(StrEnum):
    """What can be wrong with one number of a series."""

    DUPLICATE = "duplicate"
    """The number before stands again."""
    GAP = "gap"
    """One or more numbers are left out before this one."""
    OUT_OF_ORDER = "out-of-order"
    """The number is too high or too low, and the series goes on as if it were right."""
    BAD_START = "bad-start"
    """The series does not begin at one."""
    FOLLOW_ON = "follow-on"
    """Right after the number before it, wrong only because of an earlier duplicate."""


class Anomaly(NamedTuple):
    """One anomaly.

    Attributes:
        fault: what is wrong.
        at: which number of the series, from 0.
        expected: the number that should stand there; of a gap, the first number left out.
    """

    fault: NumberFault
    at: int
    expected: int


def diagnose(values: Sequence[int], *, from_one: bool = True) -> tuple[Anomaly, ...]:
    """Compares a series with 1, 2, 3, … and names each cause once.

    Args:
        values: the numbers as written.
        from_one: whether the series ought to begin at one.

    Returns:
        The anomalies in order. Nothing if more than half of four or more numbers are anomalous: then they are no
        series, and the reading is at fault, not the author.
    """
    if list(values) == list(range(1, len(values) + 1)):
        return ()  # most are
    anomalies = tuple(_anomalies(values, from_one=from_one))
    causes = [anomaly for anomaly in anomalies if anomaly.fault is not NumberFault.FOLLOW_ON]
    return () if len(values) >= 4 and len(causes) * 2 > len(values) else anomalies


def _anomalies(values: Sequence[int], *, from_one: bool) -> list[Anomaly]:
    anomalies: list[Anomaly] = []
    if from_one and values and values[0] != 1:
        anomalies.append(Anomaly(NumberFault.BAD_START, 0, 1))
    shift = 0  # how far the numbers lag behind since an earlier duplicate
    before = values[0] if values else 0
    index = 1
    while index < len(values):
        step = _step(before, values[index : index + 3], shift)
        if step.fault is not None:
            anomalies.append(Anomaly(step.fault, index, before + 1 + shift))
        before, shift = step.before, step.shift
        index += step.read
    return anomalies


class _Step(NamedTuple):
    """What one number means: its fault, the number that the next is compared with, the lag, how many were read."""

    fault: NumberFault | None
    before: int
    shift: int
    read: int = 1


def _step(before: int, ahead: Sequence[int], shift: int) -> _Step:
    value, after = ahead[0], ahead[1] if len(ahead) > 1 else None
    if value == before + 1:
        return _Step(NumberFault.FOLLOW_ON if shift else None, value, shift)
    if shift and value == before + 1 + shift:
        return _Step(None, value, 0)  # a gap that makes up for the duplicate: this number is right
    if after == before + 2:
        # 1 2 2 4: the second 2 stands for 3. 1 2 5 4: the 5 does.
        return _Step(NumberFault.DUPLICATE if value == before else NumberFault.OUT_OF_ORDER, before + 1, shift)
    if value == before:
        return _Step(NumberFault.DUPLICATE, value, shift + 1)
    return _forward(before, ahead, shift) if value > before else _backward(before, ahead, shift)


def _forward(before: int, ahead: Sequence[int], shift: int) -> _Step:
    value, after = ahead[0], ahead[1] if len(ahead) > 1 else None
    if after != before + 1:
        return _Step(NumberFault.GAP, value, shift)
    if len(ahead) > 2 and ahead[2] == value + 1:
        return _Step(NumberFault.OUT_OF_ORDER, value, shift, read=2)  # 1 2 4 3 5: two neighbours have changed places
    return _Step(NumberFault.OUT_OF_ORDER, before, shift)  # 1 2 3 13 4: a slip, and the count goes on without it


def _backward(before: int, ahead: Sequence[int], shift: int) -> _Step:
    value, after = ahead[0], ahead[1] if len(ahead) > 1 else None
    return _Step(NumberFault.OUT_OF_ORDER, value if after == value + 1 else before + 1, shift)
