"""Packs of rules that are installed as Python packages, found by their entry points. None of their code is run."""

from __future__ import annotations

import os
from importlib.metadata import entry_points  # 37 ms, and only where a configuration names such a pack
from importlib.util import find_spec

from lint_reports.errors import UsageError
from lint_reports.language import Say

GROUP = "lint_reports.packs"


def pack_folder(name: str) -> str:
    """The folder of an installed pack.

    An entry point such as `house = "acme_rules.packs"` stands for the folder `packs` in the package `acme_rules`.

    Args:
        name: the name of the entry point.

    Raises:
        UsageError: if there is none of that name, or it leads to no folder.
    """
    found = {point.name: point.value for point in sorted(entry_points(group=GROUP))}
    if name not in found:
        names = "、".join(found), ", ".join(found)
        zh = f"没有安装名为“{name}”的规则包；已装的有：{names[0] or '无'}。"
        raise UsageError(Say(zh, f"no pack “{name}” is installed; there are: {names[1] or 'none'}"))
    package, *inner = found[name].partition(":")[0].strip().split(".")
    spec = find_spec(package)
    for location in (spec.submodule_search_locations if spec else None) or ():
        folder = os.path.join(location, *inner)
        if os.path.isdir(folder):
            return folder
    zh = f"规则包“{name}”指向 {found[name]}，那里没有文件夹。"
    raise UsageError(Say(zh, f"the pack “{name}” leads to {found[name]}, where there is no folder"))
