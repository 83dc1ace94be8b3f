"""From the nodes of one rule to its `RuleSpec`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lint_reports.document import Media
from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.language import Say
from lint_reports.rulelang import fields
from lint_reports.rulelang.expr import types
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.parse import parse as parse_expression
from lint_reports.rulelang.located import Listing, Mapping as MappingNode, Node, Place, Scalar, Wrong, inner_place
from lint_reports.rulelang.schema import Plain, Record, mapping_of, scalar_of, unknown
from lint_reports.rulelang.spec import Example, Kind, Named, RuleSpec, Wanted
from lint_reports.rulelang.templates import placeholders, stray_brace
from lint_reports.text import Span

_MARK = re.compile("⟦([^⟦⟧]*)⟧")
_CONFIDENCE = {
    Severity.ERROR: Confidence.CERTAIN,
    Severity.WARNING: Confidence.LIKELY,
    Severity.INFO: Confidence.POSSIBLE,
}
_FIX_FORMS = (("replace", "with"), ("insert", "before"), ("insert", "after"), ("delete",), ("renumber",))


class Context(NamedTuple):
    """What reading a rule needs to know besides its nodes."""

    pack: str
    kinds: Mapping[str, Kind]
    trusted: bool


def read_rule(node: Node, context: Context) -> RuleSpec:
    """One rule.

    Raises:
        Wrong: for its first mistake.
    """
    mapping = mapping_of(node)
    kind_node = scalar_of(required(mapping, "kind"))
    if kind_node.text not in context.kinds:
        raise unknown(kind_node.place, kind_node.text, context.kinds, Say("规则种类", "kind"))
    kind = context.kinds[kind_node.text]
    record = Record({**fields.COMMON, **kind.FIELDS}, (*fields.REQUIRED, *kind.REQUIRED))
    values = record.read(mapping)
    check_id(mapping, values["id"], context.pack)
    _check_scope(mapping, kind_node.text, kind)
    options = kind.settle({name: values[name] for name in kind.FIELDS}, _wanted(mapping))
    severity = Severity[values["severity"].upper()]
    return RuleSpec(
        id=values["id"],
        kind=kind_node.text,
        place=mapping.place,
        severity=severity,
        confidence=Confidence(values["confidence"]) if values["confidence"] else _CONFIDENCE[severity],
        title=Say(**values["title"]),
        why=Say(**values["why"]) if values["why"] else None,
        message=Say(**values["message"]),
        basis=tuple(Basis(one["source"], one["clause"] or "", one["strength"]) for one in values["basis"]),
        scope=values["scope"] or dict.fromkeys(fields.SCOPE.fields),
        applies=read_expression(mapping.get("applies")),
        at=values["at"] or "match",
        related=tuple((one["at"], Say(one["zh"], one["en"])) for one in values["related"] or ()),
        fix=_fix(mapping, values["kind"], values["fix"]),
        enabled=values["enabled"] is not False,
        tags=values["tags"] or (),
        examples=read_examples(mapping, values["examples"]),
        options=options,
        triggers=kind.triggers(options),
        trusted=context.trusted,
    )


def required(mapping: MappingNode, name: str) -> Node:
    """The value of a key that must be there."""
    node = mapping.get(name)
    if node is None:
        raise Wrong(mapping.place, Say(f"缺少字段 {name}。", f"the field {name} is missing"))
    return node


def check_id(mapping: MappingNode, rule: str, pack: str) -> None:
    """Raises `Wrong` if a rule is named for another pack than the one it stands in."""
    if rule.partition("/")[0] != pack:
        zh = f"规则 {rule} 写在规则包 {pack} 里，名字应以“{pack}/”开头。"
        raise Wrong(
            required(mapping, "id").place,
            Say(zh, f"{rule} stands in the pack {pack}; its id must begin with “{pack}/”"),
        )


def _check_scope(mapping: MappingNode, name: str, kind: Kind) -> None:
    """Raises `Wrong` for a part of `scope` that a kind would pass over in silence."""
    scope = mapping.get("scope")
    for part, _ in scope.pairs if isinstance(scope, MappingNode) else ():
        if part.text not in kind.SCOPED:
            heeded = Say("、".join(kind.SCOPED), ", ".join(kind.SCOPED))
            zh = f"{name} 类规则不看 scope 的“{part.text}”，只看：{heeded.zh}。"
            raise Wrong(
                part.place, Say(zh, f"rules of kind {name} do not heed “{part.text}” in scope, only: {heeded.en}")
            )


def read_expression(node: Node | None) -> Plain:
    """The tree of an expression over the facts of the document, or None."""
    if node is None:
        return None
    return expression(scalar_of(node), types.roots())


def expression(scalar: Scalar, names: Mapping[str, types.Type], wanted: types.Type | None = types.BOOL) -> Plain:
    """The tree of an expression; a mistake in it is shown at its column."""
    try:
        return parse_expression(scalar.text, names, wanted)
    except ExpressionError as error:
        raise Wrong(inner_place(scalar, error.offset), error.say) from None


def _wanted(mapping: MappingNode) -> Wanted:
    places = [*_named(mapping.get("at")), *_related_places(mapping), *_fix_places(mapping)]
    templates = [*_texts(mapping.get("message")), *_related_texts(mapping), *_fix_texts(mapping)]
    return Wanted(
        places=tuple(places),
        values=tuple(name for template in templates for name in _names(template)),
        rule=mapping.place,
        fields={name.text: value.place for name, value in mapping.pairs},
    )


def _named(node: Node | None) -> Iterator[Named]:
    if isinstance(node, Scalar):
        yield Named(node.text, node.place)


def _related(mapping: MappingNode) -> list[MappingNode]:
    related = mapping.get("related")
    items = related.items if isinstance(related, Listing) else ()
    return [item for item in items if isinstance(item, MappingNode)]


def _related_places(mapping: MappingNode) -> Iterator[Named]:
    for item in _related(mapping):
        yield from _named(item.get("at"))


def _related_texts(mapping: MappingNode) -> list[Scalar]:
    nodes = [item.get(lang) for item in _related(mapping) for lang in ("zh", "en")]
    return [node for node in nodes if isinstance(node, Scalar)]


def _fix_places(mapping: MappingNode) -> Iterator[Named]:
    fix = mapping.get("fix")
    for name in ("replace", "delete", "before", "after"):
        yield from _named(fix.get(name) if isinstance(fix, MappingNode) else None)


def _fix_texts(mapping: MappingNode) -> list[Scalar]:
    fix = mapping.get("fix")
    nodes = [fix.get("with"), fix.get("insert")] if isinstance(fix, MappingNode) else []
    return [node for node in nodes if isinstance(node, Scalar)]


def _texts(node: Node | None) -> list[Scalar]:
    return [value for _, value in node.pairs if isinstance(value, Scalar)] if isinstance(node, MappingNode) else []


def _names(template: Scalar) -> Iterator[Named]:
    brace = stray_brace(template.text)
    if brace >= 0:
        raise Wrong(
            inner_place(template, brace),
            Say("花括号不成对；名字写作 {名字}。", "a brace without its pair; names are written {name}"),
        )
    for name, offset in placeholders(template.text):
        yield Named(name, inner_place(template, offset), template.exact)


def _fix(mapping: MappingNode, kind: str, fix: dict[str, Plain] | None) -> Plain:
    if fix is None:
        return None
    given = {name for name, value in fix.items() if name != "safety" and value is not None and value is not False}
    place = required(mapping, "fix").place
    if given not in [set(form) for form in _FIX_FORMS]:
        zh = "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。"
        raise Wrong(place, Say(zh, "a fix is replace and with, or insert and before or after, or delete, or renumber"))
    if "renumber" in given and kind != "series":
        raise Wrong(
            place, Say("fix 的 renumber 只用于 series 类规则。", "the fix renumber is for rules of kind series")
        )
    return fix


def read_examples(mapping: MappingNode, values: tuple[dict[str, Plain], ...]) -> tuple[Example, ...]:
    """The samples of a rule; raises `Wrong` unless there is a bad and a good one."""
    listing = required(mapping, "examples")
    nodes = listing.items if isinstance(listing, Listing) else ()
    examples = tuple(_example(node.place, value) for node, value in zip(nodes, values, strict=True))
    for bad, zh, en in ((True, "bad", "bad"), (False, "good", "good")):
        if not any(example.bad is bad for example in examples):
            raise Wrong(
                listing.place,
                Say(f"至少要有一个 {zh} 例子：没有例子的规则不予装载。", f"at least one {en} example is needed"),
            )
    return examples


def _example(place: Place, value: Mapping[str, Plain]) -> Example:
    if (value["bad"] is None) == (value["good"] is None):
        raise Wrong(place, Say("一个例子应有 bad 或 good 之一。", "an example has either bad or good"))
    bad = value["bad"] is not None
    marked = value["bad"] if bad else value["good"]
    text, spans = unmark(marked)
    if "⟦" in text or "⟧" in text:
        raise Wrong(place, Say("例子里的 ⟦⟧ 不成对或有嵌套。", "⟦⟧ in the example are not in pairs, or nested"))
    if bad is not bool(spans):
        unmarked = Say("bad 例子要用 ⟦⟧ 标出应报的位置。", "a bad example marks what must be reported with ⟦⟧")
        raise Wrong(place, unmarked if bad else Say("good 例子里不应有 ⟦⟧。", "a good example has no ⟦⟧"))
    return Example(place, text, bad, spans, value["fixed"], Media(value["media"] or Media.PLAIN))


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A sample without its ⟦⟧, and the spans that stood between them."""
    spans: list[Span] = []
    text = ""
    done = 0
    for found in _MARK.finditer(marked):
        text += marked[done : found.start()]
        spans.append(Span(len(text), len(text) + len(found.group(1))))
        text += found.group(1)
        done = found.end()
    return text + marked[done:], tuple(spans)
