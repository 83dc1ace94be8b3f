"""Which patterns are refused, and what is known of the others."""

from __future__ import annotations

import time

import pytest

from lint_reports.language import Say

# The value of `pattern:`, which begins in line 6, column 14; where the mistake is; what is said of it.
MISTAKES = {
    "open group": ("(a", "6:16", "正则有误，第 3 个字符处：missing )。", "bad pattern, at character 3: missing )"),
    "open set": (
        "'[一-'",
        "6:18",
        "正则有误，第 4 个字符处：unterminated character set。",
        "bad pattern, at character 4: unterminated character set",
    ),
    "turned range": (
        "'[z-a]'",
        "6:19",
        "正则有误，第 5 个字符处：bad character range。",
        "bad pattern, at character 5: bad character range",
    ),
    "nothing to repeat": (
        "'*a'",
        "6:15",
        "正则有误，第 1 个字符处：nothing to repeat。",
        "bad pattern, at character 1: nothing to repeat",
    ),
    "bad name of a group": (
        "(?P<1a>x)",
        "6:20",
        "正则有误，第 7 个字符处：bad character in group name。",
        "bad pattern, at character 7: bad character in group name",
    ),
    "unknown reference": (
        "(?P=x)a",
        "6:17",
        "正则有误，第 4 个字符处：unknown group。",
        "bad pattern, at character 4: unknown group",
    ),
    "empty string": (
        "'a*'",
        "6:14",
        "正则可以匹配空串，会处处命中。",
        "the pattern matches the empty string and would match everywhere",
    ),
    "empty branch": (
        "'(?:a|b|)'",
        "6:14",
        "正则可以匹配空串，会处处命中。",
        "the pattern matches the empty string and would match everywhere",
    ),
    "end alone": (
        "'$'",
        "6:14",
        "正则可以匹配空串，会处处命中。",
        "the pattern matches the empty string and would match everywhere",
    ),
    "word boundary": (
        "'\\b截止'",
        "6:15",
        r"不要用 \b：汉字之间没有词界，且 \w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。",
        r"do not use \b: Han text has no word boundaries, and \w matches it; name the characters",
    ),
    "no word boundary": (
        "'截\\B止'",
        "6:16",
        r"不要用 \B：汉字之间没有词界，且 \w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。",
        r"do not use \B: Han text has no word boundaries, and \w matches it; name the characters",
    ),
    "word character": (
        "'截止\\w+'",
        "6:17",
        r"不要用 \w：汉字之间没有词界，且 \w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。",
        r"do not use \w: Han text has no word boundaries, and \w matches it; name the characters",
    ),
    "word character in a set": (
        "'[\\w，]+'",
        "6:16",
        r"不要用 \w：汉字之间没有词界，且 \w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。",
        r"do not use \w: Han text has no word boundaries, and \w matches it; name the characters",
    ),
    "no word character": (
        "'\\\\\\W'",
        "6:17",
        r"不要用 \W：汉字之间没有词界，且 \w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。",
        r"do not use \W: Han text has no word boundaries, and \w matches it; name the characters",
    ),
    "flag": ("'(?i)abc'", "6:15", "不支持内嵌标志 (?i)。", "inline flags (?i) are not allowed"),
    "flags of a group": ("'a(?s:.)'", "6:16", "不支持内嵌标志 (?s:。", "inline flags (?s: are not allowed"),
    "flag off": ("'a(?-i:b)'", "6:16", "不支持内嵌标志 (?-i:。", "inline flags (?-i: are not allowed"),
    "flag of the other library": ("'(?V1)a'", "6:15", "不支持内嵌标志 (?V1)。", "inline flags (?V1) are not allowed"),
    "brace": (
        "'a{b'",
        "6:16",
        r"正则里的“{”只用来写次数，例如 {2,4}；作普通字符请写 \{。",
        r"“{” in a pattern begins a count such as {2,4}; write \{ for the character",
    ),
    "fuzzy": (
        "'(?:foo){e<=1}'",
        "6:22",
        r"正则里的“{”只用来写次数，例如 {2,4}；作普通字符请写 \{。",
        r"“{” in a pattern begins a count such as {2,4}; write \{ for the character",
    ),
    "repeats of repeats": (
        "(?:(?:ab){1000}){1000}",
        "6:14",
        "正则的重复次数过多：展开后超过 20000 个部分。",
        "repeats written out, the pattern has more than 20000 parts",
    ),
    "many repeats": (
        "'a{20001}'",
        "6:14",
        "正则的重复次数过多：展开后超过 20000 个部分。",
        "repeats written out, the pattern has more than 20000 parts",
    ),
    "two lines": (
        "|\n  截止\n  日期",
        "6:14",
        "正则不能换行，请写在引号里。",
        "a pattern is one line; write it in quotes",
    ),
    "line end": ("|\n  截止", "6:14", "正则不能换行，请写在引号里。", "a pattern is one line; write it in quotes"),
    "full-width figure": (
        "'共１次'",
        "6:16",
        "折叠后的文本里没有“１”，写作“1”；照现在这样永远不会匹配。",
        "the folded text never has “１”; it is “1” there, and this would never match",
    ),
    "Traditional character": (
        "'截止[於于]'",
        "6:18",
        "折叠后的文本里没有“於”，写作“于”；照现在这样永远不会匹配。",
        "the folded text never has “於”; it is “于” there, and this would never match",
    ),
    "list": ("[截止]", "6:14", "应为单个值。", "expected a single value"),
    "empty": ("''", "6:14", "这里不能为空。", "this must not be empty"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    pattern, place, zh, en = MISTAKES[name]
    source = pack(f"kind: text\npattern: {pattern}")
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said


SHUT = {
    "too long": ("a" * 2001, "正则过长：至多 2000 个字符。", "the pattern is longer than 2000 characters"),
    "nested too deeply": (
        "(" * 900 + "a" + ")" * 900,
        "正则的括号嵌套过深，请化简。",
        "the groups of the pattern are nested too deeply",
    ),
    "repeats without end": (
        "(?:" * 150 + "a?" + "){1000}" * 150,
        "正则的重复次数过多：展开后超过 20000 个部分。",
        "repeats written out, the pattern has more than 20000 parts",
    ),
}


@pytest.mark.parametrize("name", SHUT)
def test_a_hostile_pattern_is_refused_at_once(complaint, pack, name) -> None:
    pattern, zh, en = SHUT[name]
    start = time.perf_counter()
    said = complaint(pack(f"kind: text\npattern: '{pattern}'"))
    assert said.zh.split("\n")[0] == f"t.yaml:6:14: 规则 t/rule：{zh}"
    assert said.en.split("\n")[0] == f"t.yaml:6:14: rule t/rule: {en}"
    assert time.perf_counter() - start < 30


ALLOWED = {
    "backslash before b": r"\\b",
    "count": "[一-龥]{2,4}",
    "count without a least": "a{,3}b",
    "brace as a character": r"\{\d+\}",
    "brace in a set": "[{}]",
    "bracket first in a set": r"[]{]",
    "class of Unicode": r"\p{Han}{2}",
    "name of a character": r"\N{IDEOGRAPHIC FULL STOP}",
    "set in a set": "[[]a]",
    "empty match beside something": "(?=附件)",
    "look behind at two widths": "(?<=一|二三)是",
    "twenty thousand parts": "a{19999}b",
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed(complaint, pack, name) -> None:
    assert complaint(pack(f"kind: text\npattern: '{ALLOWED[name]}'")) is None


def test_what_is_known_of_a_pattern(spec) -> None:
    assert spec("kind: text\npattern: '(?P<word>截止)(?P<date>\\d月)?'").options["pattern"] == {
        "source": r"(?m)(?P<word>截止)(?P<date>\d月)?",
        "lines": True,
        "begins": False,
        "groups": ("word", "date"),
        "literals": ("截止",),
        "width": 4,
    }


def test_what_is_not_known_of_a_pattern_of_the_other_library(spec) -> None:
    assert spec(r"""
kind: text
pattern: '\p{Han}，$'
""").options["pattern"] == {
        "source": r"\p{Han}，$",
        "lines": False,
        "begins": False,
        "groups": (),
        "literals": (),
        "width": None,
    }
