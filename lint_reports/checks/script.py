"""Kind `script`: Simplified and Traditional characters, and characters that stand for others.

What is right, the dictionaries of OpenCC decide, on whole lines: 关于 is 關於, and 于某某 stays. They are asked only
where a character may be wrong.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count
from typing import Any, NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.analysis.script import differences
from lint_reports.analysis.writing import is_traditional, simplified_only
from lint_reports.checks.base import Check, Hit, Plain, Scope, Undetermined
from lint_reports.checks.matching import Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.dictionaries import same_character, traditional, traditional_word
from lint_reports.finding import Match
from lint_reports.folding import fold_character
from lint_reports.patterns import lazy
from lint_reports.prefilter import Prefilter
from lint_reports.text import Span

_ANY = lazy(r"(?s:.+)")
_COMPATIBILITY = lazy("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_APART = lazy("[\n“”‘’「」『』《》〈〉，。；：、！？,;:!?]")
_SENTENCE_END = lazy("[\n。；：！？]")
_MASKED = "\ufffc"
_TOGETHER = 4
"""Characters of the other script with no more than this between them are one finding."""
_MOST = 5
"""Places of one variant that are reported."""


class _Wrong(NamedTuple):
    """A place, and what should stand there."""

    span: Span
    right: str
    usual: Span | None = None
    times: int = 0
    usual_times: int = 0


class ScriptCheck:
    """One fault of characters."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self.options = options
        self._find: _Find = _FAULTS[options["fault"]]
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._scope = scope
        self.characters = frozenset(options["characters"] or "")
        self.words = frozenset(options["words"] or ())

    @cached_property
    def _judged(self) -> Prefilter:
        characters = map(fold_character, self.options["characters"] or "")
        return Prefilter(list(dict.fromkeys((*(self.options["words"] or ()), *characters))))

    def judged(self, folded: str) -> list[tuple[int, int]]:
        """Where the words and characters stand that the rule judges, in order."""
        return sorted([(start, end) for _, start, end in self._judged.find(folded)])

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every wrong character in the scope."""
        for wrong in self._find(self, analysis, hits):
            if self.looks_at(analysis, wrong.span):
                usual = {"usual": wrong.usual} if wrong.usual else {}
                yield Match({"match": wrong.span, **usual}, _values(analysis, wrong))

    def looks_at(self, analysis: Analysis, span: Span) -> bool:
        """Whether a span is in the scope, and nothing speaks against it."""
        place = self._place(analysis, span)
        return place is not None and self._vetoes.allow(analysis, place)

    def _place(self, analysis: Analysis, span: Span) -> Place | None:
        """Where a span stands; `None` if the rule does not look there."""
        block = analysis.block_at(span.start)
        if block < 0 or not self._scope.covers(analysis, block):
            return None
        offset = analysis.document.blocks[block].span.start
        text = analysis.block_text(block, self._scope.lifted)
        found: Any = _ANY.fullmatch(text, span.start - offset, span.end - offset)
        return None if found is None or _MASKED in found.group() else Place(block, offset, text, found)


_Find = Callable[[ScriptCheck, Analysis, Sequence[Hit]], Iterable[_Wrong]]
"""Looks for one fault in a document, where hits are the places of the words and characters that are judged."""


def _values(analysis: Analysis, wrong: _Wrong) -> Mapping[str, str]:
    text, (start, end) = analysis.document.text, wrong.span
    before = start and text[start - 1].isalpha()
    after = text[end : end + 1].isalpha()
    return {
        "right": wrong.right,
        "context": text[start - before : end + after],
        "count": str(wrong.times),
        "usual_count": str(wrong.usual_times),
    }


def _foreign(_check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """Characters that only the other script has.

    In Simplified text a character counts if the dictionaries, going back, would write it just so: 昇 in a name and
    other variants do not.
    """
    if analysis.script is None:
        raise Undetermined
    if not analysis.script.traditional:
        return
    own, plain = analysis.widened, analysis.folded
    if is_traditional(analysis.script):
        left = [char for char in set(simplified_only().findall(own)) if char.isalpha() and char in plain]
        alike = (at for char in left for at in _offsets(own, char) if plain[at] == char)
        right = {at: _there(analysis, at) for at in sorted(alike)}
        wrong = [at for at, char in right.items() if not same_character(own[at], char)]
        yield from _runs(analysis, wrong, right, _TOGETHER)
    else:
        other = compress(count(), differences(own, plain))
        wrong = [at for at in other if same_character(own[at], _there(analysis, at))]
        yield from _runs(analysis, wrong, plain, _TOGETHER)


def _unconverted(check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """Characters of a Traditional text that were left as Simplified script has them.

    The text around must agree that a word is one: 制造 is none in 体制造成.
    """
    if not _is_traditional(analysis):
        return
    own = analysis.document.text
    right = {
        at: char
        for at, char in _judged(check, analysis, converted=False).items()
        if not same_character(own[at], char) and not same_character(own[at], _there(analysis, at))
    }
    yield from _runs(analysis, sorted(right), right, 0)


def _overconverted(check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """Characters of a Traditional text that were made into another than the dictionaries have."""
    if not _is_traditional(analysis):
        return
    own = analysis.document.text
    judged = _judged(check, analysis, converted=True)
    right = {at: char for at, char in judged.items() if not same_character(own[at], char)}
    yield from _runs(analysis, sorted(right), right, 0)


def _judged(check: ScriptCheck, analysis: Analysis, *, converted: bool) -> Mapping[int, str]:
    """Where the words and characters of a rule stand, and what the dictionaries write there.

    A word is looked up by itself: in 法定制度 they see a 定制.

    Args:
        check: has the words and characters.
        analysis: that of a Traditional text.
        converted: whether characters are judged that only Traditional script has, or those that both have.
    """
    own, plain = analysis.document.text, analysis.folded
    judged: dict[int, str] = {}
    covered = 0
    for start, end in check.judged(plain):
        word = plain[start:end]
        if word in check.words:
            covered = max(covered, end)
            right = traditional_word(word)
            if judged or own[start:end] != right:  # nearly all are right
                places = (at for at in range(start, end) if (own[at] != plain[at]) is converted)
                judged.update((at, right[at - start]) for at in places)
        elif start >= covered and own[start] in check.characters and (own[start] != word) is converted:
            judged[start] = _there(analysis, start)
    return judged


def _is_traditional(analysis: Analysis) -> bool:
    return analysis.script is not None and is_traditional(analysis.script)


def _there(analysis: Analysis, offset: int) -> str:
    """What the dictionaries write for one character of the document, in its sentence: no phrase goes on beyond it."""
    plain = analysis.folded
    if _there not in analysis.scratch:
        analysis.scratch[_there] = _starts(plain), {}
    starts: list[int]
    sentences: dict[int, str]
    starts, sentences = analysis.scratch[_there]
    number = bisect_right(starts, offset) - 1
    if number not in sentences:
        sentences[number] = traditional(plain[starts[number] : starts[number + 1]])
    return sentences[number][offset - starts[number]]


def _starts(text: str) -> list[int]:
    """Where the sentences of a text begin, and where the last one ends."""
    return [0, *[found.end() for found in _SENTENCE_END.finditer(text)], len(text)]


def _characters(analysis: Analysis) -> frozenset[str]:
    """The characters of the document, as it has them."""
    if _characters not in analysis.scratch:
        analysis.scratch[_characters] = frozenset(analysis.document.text)
    characters: frozenset[str] = analysis.scratch[_characters]
    return characters


def _runs(analysis: Analysis, wrong: Sequence[int], right: str | Mapping[int, str], between: int) -> Iterator[_Wrong]:
    """Wrong characters with no more than some others between them, as one."""
    text = analysis.document.text
    start = 0
    for number, at in enumerate(wrong):
        after = wrong[number + 1] if number + 1 < len(wrong) else None
        if after is not None and after - at <= between + 1 and not _APART.search(text, at, after):
            continue
        span = Span(wrong[start], at + 1)
        inside = set(wrong[start : number + 1])
        yield _Wrong(span, "".join(right[here] if here in inside else text[here] for here in range(*span)))
        start = number + 1


def _variants(check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """The rarer ways of writing one thing."""
    for forms in check.options["variants"]:
        found = {form: [span for span in _places(analysis, form) if check.looks_at(analysis, span)] for form in forms}
        usual = max(forms, key=lambda form: len(found[form]))
        for form in forms:
            if form != usual:
                for span in found[form][:_MOST]:
                    yield _Wrong(span, usual, found[usual][0], len(found[form]), len(found[usual]))


def _spelling(check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """Wrong characters or words of a list."""
    for wrong, right in check.options["spellings"].items():
        for span in _places(analysis, wrong):
            yield _Wrong(span, right)


def _places(analysis: Analysis, word: str) -> Iterator[Span]:
    """Where a word stands, as the document has it."""
    if word[0] in _characters(analysis):
        for start in _offsets(analysis.document.text, word):
            yield Span(start, start + len(word))


def _offsets(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


def _compatibility(check: ScriptCheck, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[_Wrong]:
    """Code points that Unicode has for the sake of other sets, and the characters that they stand for."""
    if not any(map(_COMPATIBILITY.match, analysis.odd)):
        return  # as nearly always
    more = check.options["spellings"] or {}
    for found in _COMPATIBILITY.finditer(analysis.document.text):
        from unicodedata import normalize  # few documents have any

        char = found.group()
        right = more.get(char) or normalize("NFKC", char)
        if right != char:
            yield _Wrong(Span(*found.span()), right)


_FAULTS: Mapping[str, _Find] = {
    "foreign": _foreign,
    "unconverted": _unconverted,
    "overconverted": _overconverted,
    "variants": _variants,
    "spelling": _spelling,
    "compatibility": _compatibility,
}


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return ScriptCheck(options, scope, trusted=trusted)
