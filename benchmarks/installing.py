"""Puts the peers into a folder of their own, in the versions of `peers/`, from whatever registries this machine uses.

npm takes the versions and checksums of the lock file. A peer that cannot be had is said and passed over.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.places import HERE, PEERS

PYTHON_PEERS: Mapping[str, str] = {"autocorrect-py": "2.14.0"}
"""What comes from PyPI; what comes from npm stands in `peers/package.json`."""


def install() -> None:
    """Installs what is not there yet."""
    PEERS.mkdir(parents=True, exist_ok=True)
    if any(not _same(path, PEERS / path.name) for path in _lists()):
        for path in _lists():
            shutil.copy(path, PEERS)
        if _done("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"):
            for path in _lists():  # npm has added to them, and the next run is to see that nothing has changed
                shutil.copy(path, PEERS)
    if not (PEERS / "python").exists():
        pinned = [f"{name}=={version}" for name, version in PYTHON_PEERS.items()]
        if _done(sys.executable, "-m", "venv", "python"):
            _done("python/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pinned)


def _lists() -> Iterator[Path]:
    return (path for path in sorted((HERE / "peers").iterdir()) if path.suffix == ".json")


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def _done(*words: str) -> bool:
    try:
        subprocess.run(words, cwd=PEERS, check=True)
    except (OSError, subprocess.CalledProcessError) as failure:
        print(f"passed over: {failure}", file=sys.stderr)
        return False
    return True


def said(words: Sequence[str]) -> str:
    """What a program says of its version, or that it is not there."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "none"
    return done.stdout.split("\n")[0].strip()
