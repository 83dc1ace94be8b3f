"""YAML whose every value knows its place, so that each mistake can be shown where it stands.

A small, safe subset: mappings, lists and scalars. Aliases, anchors and tags are refused: rule files come from
strangers, too, and need none of them. Scalars stay text until a field says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lint_reports.language import Say

MAX_SOURCE = 2_000_000
"""The largest rule file, in code points."""
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
_MAX_DEPTH = 40
# What "\e" in quotes stands for and the like: a terminal would obey it when a title or a message is printed.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class Place(NamedTuple):
    """A place in a rule file; both count from 1, columns in code points."""

    file: str
    line: int
    column: int


class Scalar(NamedTuple):
    """A single value, as text.

    Attributes:
        place: where it begins, quotation marks included.
        text: what it says.
        plain: it was written without quotes or block marks.
        exact: it stands on one line just as it is in `text`, so that each of its characters has a place.
    """

    place: Place
    text: str
    plain: bool
    exact: bool = True


class Listing(NamedTuple):
    """A list of values."""

    place: Place
    items: tuple[Node, ...]


class Mapping(NamedTuple):
    """Keys and values in the order of the file. No key stands twice."""

    place: Place
    pairs: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of a key, or `None`."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | Listing | Mapping


class Wrong(Exception):  # noqa: N818 - a mistake in a rule file, not an error of the program
    """A mistake in a rule file, with its place. Collected by the loader into one `RuleFileError`."""

    def __init__(self, place: Place, say: Say) -> None:
        super().__init__(say.en)
        self.place = place
        self.say = say


def inner_place(scalar: Scalar, offset: int) -> Place:
    """The place of a character of a value, or of the value where that cannot be told."""
    place = scalar.place
    return Place(place.file, place.line, place.column + offset + (not scalar.plain)) if scalar.exact else place


def parse(source: str, file: str) -> Node:
    """Reads one YAML document.

    Args:
        source: the text.
        file: how it is called in messages.

    Raises:
        Wrong: if it is no YAML, is empty, is too large or too deep, or uses aliases, tags or a key twice.
    """
    # Imported here: a run whose rules come from the cache reads no YAML, and PyYAML costs 18 ms.
    import yaml

    start = Place(file, 1, 1)
    if len(source) > MAX_SOURCE:
        raise Wrong(
            start,
            Say(
                f"文件过大：超过 {MAX_SOURCE} 个字符。请拆成几个规则包。",
                f"the file is larger than {MAX_SOURCE} characters; split it",
            ),
        )
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(file, yaml.parse(source, Loader=loader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.index >= len(source.rstrip()):
            mark = error.context_mark  # what is open at the end of the file: where it was opened
        place = Place(file, mark.line + 1, mark.column + 1) if mark else start
        raise Wrong(
            place,
            Say(
                f"不是合法的 YAML：{error.problem}。请检查缩进、冒号后的空格和引号。",
                f"not valid YAML: {error.problem}; check indentation, the space after colons, and quotes",
            ),
        ) from None
    except yaml.reader.ReaderError:
        raise _odd_character(source, file, yaml.reader.Reader.NON_PRINTABLE) from None


def _odd_character(source: str, file: str, odd: re.Pattern[str]) -> Wrong:
    """The mistake of a control character. The two parsers tell its place in different units, so it is looked up."""
    found = odd.search(source)
    at = found.start() if found else 0
    before = LINE_END.split(source[:at])
    return Wrong(Place(file, len(before), len(before[-1]) + 1), _not_allowed(source[at]))


def _not_allowed(char: str) -> Say:
    code = f"U+{ord(char):04X}"
    return Say(f"不能有控制字符 {code}，请删去。", f"the control character {code} is not allowed; delete it")


def refuse_control(place: Place, text: str) -> None:
    """Raises `Wrong` if a value has a character that would steer a terminal."""
    control = _CONTROL.search(text)
    if control:
        raise Wrong(place, _not_allowed(control.group()))


def _scalar(place: Place, event: Any) -> Scalar:
    plain = event.style in (None, "")
    start, end = event.start_mark, event.end_mark
    width = len(event.value) + (0 if plain else 2)
    refuse_control(place, event.value)
    return Scalar(place, event.value, plain, exact=start.line == end.line and end.column - start.column == width)


class _Builder:
    """Turns the events of the parser into nodes."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events

    def document(self) -> Node:
        kinds = ("StreamStartEvent", "DocumentStartEvent")
        for event in self.events:
            if type(event).__name__ not in kinds:
                if type(event).__name__ == "StreamEndEvent":
                    raise Wrong(Place(self.file, 1, 1), Say("文件是空的。", "the file is empty"))
                root = self.node(event, 0)
                self.end()
                return root
        raise Wrong(Place(self.file, 1, 1), Say("文件是空的。", "the file is empty"))

    def end(self) -> None:
        next(self.events)  # the end of the document
        event = next(self.events)
        if type(event).__name__ != "StreamEndEvent":
            raise Wrong(
                self.place(event),
                Say("一个文件只能有一个 YAML 文档，请拆成几个文件。", "only one YAML document in a file; split it"),
            )

    def place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: Any, depth: int) -> Node:
        place, name = self.place(event), type(event).__name__
        if name == "AliasEvent" or getattr(event, "anchor", None):
            raise Wrong(
                place,
                Say(
                    "不支持锚点和别名（& 与 *）；含这些字符的文字请加引号。",
                    "anchors and aliases (& and *) are not allowed; quote such text",
                ),
            )
        if getattr(event, "tag", None):
            raise Wrong(
                place,
                Say(
                    "不支持标签（! 开头的记号）；以 ! 开头的文字请加引号。",
                    "tags (words that begin with !) are not allowed; quote such text",
                ),
            )
        if depth > _MAX_DEPTH:
            say = Say(f"嵌套超过 {_MAX_DEPTH} 层，请减少层次。", f"nested more than {_MAX_DEPTH} deep; flatten it")
            raise Wrong(place, say)
        if name == "ScalarEvent":
            return _scalar(place, event)
        return self.listing(place, depth) if name == "SequenceStartEvent" else self.mapping(place, depth)

    def listing(self, place: Place, depth: int) -> Listing:
        items: list[Node] = []
        for event in self.events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self.node(event, depth + 1))
        return Listing(place, tuple(items))

    def mapping(self, place: Place, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                break
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise Wrong(key.place, Say("键必须是一个词。", "a key must be a single word"))
            if key.text in pairs:
                first = pairs[key.text][0].place.line
                raise Wrong(
                    key.place,
                    Say(
                        f"键“{key.text}”重复，第 {first} 行已有。",
                        f"the key “{key.text}” stands twice, first in line {first}",
                    ),
                )
            pairs[key.text] = (key, self.node(next(self.events), depth + 1))
        return Mapping(place, tuple(pairs.values()))
