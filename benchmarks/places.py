"""Where the benchmarks keep what they make: a folder of their own in the checkout, which git passes over."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE.parent / ".bench"
WORK = KEPT / "work"
PEERS = KEPT / "peers"
OUTPUT = KEPT / "output"
CACHE = KEPT / "cache"
CORPUS = HERE.parents[1] / "shared" / "corpus"
"""Real documents, if they are beside the checkout."""
README = HERE / "README.md"
