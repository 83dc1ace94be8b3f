"""Wrong forms of fixed terms, found in a document: what kind `swap` does with a list of terms.

An automaton of all forms would take longer to make than a report takes to check. Every form has a seam, a pair of
characters that ordinary text hardly ever has; the seams are triggers of the rule, and only where one is found are its
forms compared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple
from zlib import decompress

from lint_reports.checks.base import Hit, Plain
from lint_reports.patterns import compiled
from lint_reports.text import Span

_MARKS = frozenset("，。；：、！？")
_STOPS = _MARKS - frozenset("、")
_BEFORE = _MARKS | frozenset("的和与及对将把")
_AFTER = _MARKS | frozenset("的和与及")

_OTHER_MARKS = "。；：、！？\n"

# Words that take no further character, so that what stands beside them begins or ends there.
_LEADS = frozenset(
    "推进 加强 开展 完善 落实 健全 深化 做好 实施 坚持 提升 强化 推动 建立 组织 "
    "优化 构建 抓好 规范 加大 严格 全市 全县 全省 全区 提高 促进 维护 保障 履行 "
    "贯彻 深入 积极 扎实 大力 认真 切实 持续 不断 全面 加快 进行 通过 按照 围绕 "
    "全力 有效 充分 制定 出台 印发 参加 召开 学习 宣传 依法 防范 化解 打造 营造 "
    "巩固 拓展 统筹 研究 部署 举办 开通 成立 设立 修订 编制 稳步 聚焦 增强 发挥 "
    "履职 办理 受理 调处 纳入 列入 建成 提供 推行 探索 创新 规划 指导 督促 配合 "
    "确保 严肃 从严 着力 突出 紧盯 紧扣 围着 同时 一是 二是 三是 四是 五是 我市 "
    "我县 我区 本市 本县 各级 各类 有关 相关".split()
)
_FOLLOWS = frozenset(
    "工作 建设 制度 机制 体系 能力 水平 责任 情况 活动 力度 改革 管理 服务 中心 "
    "平台 问题 职责 进一 不断 取得 得到 明显 持续 有效 全面 为主 为重 为核 建立 "
    "开展 进行 条例 办法 规定 实施 试点 行动 示范 专项 领导 人员 队伍 制定 方案 "
    "计划 培训 宣传 检查 任务 措施 要求 精神 落实 推进 作为 纳入 贯穿 有关 相关 "
    "方面 领域 环节 过程 案件 事项 深入 扎实 已经 正在 健全 完善 加强 提升 提高".split()
)


class Form(NamedTuple):
    """A wrong form: what it should be, where its seam is, and whether a mark must stand before and behind it."""

    wrong: str
    right: str
    seam: int
    after_mark: bool
    before_mark: bool


class _At(NamedTuple):
    """The wrong forms of a pair of characters that begin equally far before it."""

    seam: int
    wrongs: tuple[str, ...]
    forms: tuple[Form, ...]


class Slips:
    """The wrong forms of some terms, as `kinds.slips.packed` makes them."""

    def __init__(self, plain: Mapping[str, Plain]) -> None:
        self._plain = plain
        self._forms = cache(self._forms_of)

    @cached_property
    def _ends(self) -> Sequence[tuple[str, frozenset[str], Callable[[str], list[str]]]]:
        """Of the forms that lack one end: their sign, the pairs that tell them, and what finds these and a few more."""
        return [
            (sign, frozenset(_pairs(self._plain[sign])), compiled(self._plain["at" + sign]["source"]).findall)
            for sign in "^$"
        ]

    def find(self, text: str, hits: Iterable[Hit]) -> Iterator[tuple[Span, str]]:
        """Every wrong form in a text, and its term.

        Args:
            text: the folded text.
            hits: where seams stand in it; other hits are passed over.
        """
        for _, start, end in hits:
            forms = self._forms("-" + text[start:end])
            if forms and (at := _forms_at(text, start, forms)):
                yield from _alone(text, at)
        yield from self._outer(text)

    def _outer(self, text: str) -> Iterator[tuple[Span, str]]:
        """The forms that lack their first or their last character."""
        parts = _parts(text)
        for sign, pairs, findall in self._ends:
            for pair in pairs.intersection(findall(parts)):
                forms = self._forms(sign + pair)
                for at in _all(text, pair):
                    yield from _alone(text, _forms_at(text, at, forms))

    def _forms_of(self, key: str) -> Sequence[_At]:
        return _by_seam(_form(line) for line in _lines(self._block(key), key))

    def _block(self, key: str) -> str:
        """The block of forms that has those of a sign and pair, as `kinds.slips` has put them there."""
        blocks = self._plain["forms"]
        return decompress(blocks[sum(map(ord, key)) % len(blocks)]).decode()


def _by_seam(forms: Iterable[Form]) -> Sequence[_At]:
    groups: dict[int, list[Form]] = {}
    for form in forms:
        groups.setdefault(form.seam, []).append(form)
    return [_At(seam, tuple(form.wrong for form in group), tuple(group)) for seam, group in groups.items()]


def _forms_at(text: str, at: int, forms: Iterable[_At]) -> Sequence[tuple[int, tuple[Form, ...]]]:
    """The forms one of which begins with its pair at a place, and where it begins; most seams stand in no form."""
    return [
        (at - seam, of_seam) for seam, wrongs, of_seam in forms if at >= seam and text.startswith(wrongs, at - seam)
    ]


def _alone(text: str, places: Iterable[tuple[int, tuple[Form, ...]]]) -> Iterator[tuple[Span, str]]:
    """The forms that stand at places and belong to no word beside them."""
    for start, forms in places:
        for form in forms:
            if text.startswith(form.wrong, start):
                span = Span(start, start + len(form.wrong))
                if _stands_alone(text, span, form):
                    yield span, form.right


def _all(text: str, pair: str) -> Iterator[int]:
    """Where a pair of characters stands."""
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


def _stands_alone(text: str, span: Span, form: Form) -> bool:
    """Whether no character of the form can belong to a word beside it."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if len(form.wrong) > 3:
        clear_left = before[-1:] in _BEFORE or before in _LEADS
        clear_right = after[:1] in _AFTER or after in _FOLLOWS
        return (clear_left or not form.after_mark) and (clear_right or not form.before_mark)
    # Three characters are often a phrase of their own: 扩规模与提水平, 调结构、打品牌、强基础.
    clear_left, clear_right = before[-1:] in _STOPS or before in _LEADS, after[:1] in _STOPS or after in _FOLLOWS
    alone = clear_left and after[:1] in _MARKS
    return not alone and (clear_left or not form.after_mark) and (clear_right or not form.before_mark)


def _parts(text: str) -> str:
    """A text with commas for all marks and at both ends: a pattern that begins with one character is fastest."""
    for mark in _OTHER_MARKS:
        text = text.replace(mark, "，")
    return f"，{text}，"


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def _lines(forms: str, key: str) -> Iterator[str]:
    """The lines that begin with a key; they stand together."""
    start = forms.find("\n" + key)
    while start >= 0 and forms.startswith(key, start + 1):
        end = forms.index("\n", start + 1)
        yield forms[start + 1 + len(key) : end]
        start = end


def _form(line: str) -> Form:
    wrong, _, right = line[4:].partition("\t")
    return Form(wrong, right, int(line[2:4]), line[0] == "1", line[1] == "1")
