"""The configuration that `lint-reports init` proposes."""

from __future__ import annotations

import json

from lint_reports.language import Lang, Say
from lint_reports.starting.survey import Survey


def proposed_profile(seen: Survey) -> str:
    """The profile for what was seen, by its English name: that of web pages if most texts come from there."""
    return "web" if seen.chinese and 2 * seen.web >= seen.chinese else "official"


def starter(seen: Survey, profile: Say, reason: Say, lang: Lang) -> str:
    """The text of a first `lint-reports.yaml`.

    Args:
        seen: what is in the folder.
        profile: what the profile is called.
        reason: why it is this one.
        lang: the language of the comments.
    """
    exclude = [f"exclude: {json.dumps(list(seen.others), ensure_ascii=False)}"] if seen.others else []
    lines = [
        *_comment(_HEAD, lang),
        "",
        *_comment(_PROFILE, lang),
        *_comment(reason, lang),
        f"profile: {profile.text(lang)}",
        "",
        *_comment(_SEVERITY, lang),
        "severity: warning",
        "",
        *_comment(_EXCLUDE, lang),
        *(exclude or ["# exclude: [drafts/, '*.bak.md']"]),
        "",
        *_comment(_RULES, lang),
        "# rules:",
        "#   outline/gap: warning",
        "#   wording/dialect: off",
        "",
        *_comment(_OVERRIDES, lang),
        "# overrides:",
        "#   - paths: drafts/",
        "#     severity: error",
    ]
    if seen.traditional:
        lines += ["", *_comment(_TRADITIONAL, lang)]
    return "\n".join(lines) + "\n"


def _comment(say: Say, lang: Lang) -> list[str]:
    return [f"# {line}" for line in say.text(lang).split("\n")]


_HEAD = Say(
    "lint-reports 的配置。各项都可以删去；删去的用默认值。\n"
    "某个文件实际用什么设置、来自哪一行：lint-reports config show 文件 --origin",
    "The configuration of lint-reports. Whatever is left out has its default.\n"
    "What holds for a file, and where it comes from: lint-reports config show FILE --origin",
)
_PROFILE = Say("方案：公文、网页、出版。", "The profile: official, web or publication.")
_SEVERITY = Say(
    "至少报到哪一级：error（错误）、warning（很可能有误）、info（体例提示）。",
    "The lowest severity that is reported: error, warning (very probably wrong), info (style).",
)
_EXCLUDE = Say(
    "不检查的路径，写法同 .gitignore；被 git 忽略的文件本来就不检查。",
    "Paths that are not checked, as in .gitignore; what git ignores is not checked anyway.",
)
_RULES = Say(
    "改变规则的级别，off 为不用；规则名见 lint-reports rules list。",
    "Other severities for rules, or off; their ids: lint-reports rules list",
)
_OVERRIDES = Say("只对某些路径起作用的设置。", "What else holds for some paths.")
_TRADITIONAL = Say(
    "有繁体文本：所有规则对简体、繁体都适用，不必另外设置。",
    "Some texts are in Traditional script: all rules serve both scripts, and nothing need be set.",
)
