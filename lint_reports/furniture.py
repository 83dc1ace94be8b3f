"""The facts of what stands round the text of a document: its title, the formula that closes it, its attachments."""

from typing import NamedTuple

from lint_reports.text import Span


class Title(NamedTuple):
    """The title line, or the title in the metadata.

    Attributes:
        span: where it is written.
        text: the same, as written.
        issuer: whose document it says it is: 某某市司法局 in 某某市司法局2023年工作总结.
        issuer_span: where that is written; empty if it says nothing.
        kind: the kind of document it ends in, in Simplified script: 报告, 请示, 通知.
    """

    span: Span
    text: str
    issuer: str | None
    issuer_span: Span
    kind: str | None


class Formula(NamedTuple):
    """The formula that closes a document: 特此报告, 妥否，请批示.

    Attributes:
        span: where it is written.
        text: the same, as written.
        kind: the kind of document that it closes, in Simplified script.
    """

    span: Span
    text: str
    kind: str


class Attachment(NamedTuple):
    """One attachment: named in the list 附件：1.……, attached at the end, or both.

    Attributes:
        span: the place of the two that stands later.
        number: its number, as written; unknown for the only one.
        listed: what the list calls it. listed_span: where.
        attached: what stands over it where it is attached. attached_span: where its label stands.
        alike: the two names are the same, as far as both are known.
    """

    span: Span
    number: int | None
    listed: str | None
    listed_span: Span
    attached: str | None
    attached_span: Span
    alike: bool
