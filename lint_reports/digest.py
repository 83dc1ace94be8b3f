"""What is in a file, and the digest by which it is known again."""

from __future__ import annotations

import os

try:
    from _blake2 import blake2b  # what `hashlib` takes it from; `hashlib` itself takes 3 ms to load
except ImportError:
    from hashlib import blake2b

_SIZE = 16


_SMALL = 1 << 16
"""Bytes that a file is read with first; most have fewer."""
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def content(path: str, most: int = -1) -> bytes:
    """The bytes of a file; of a longer one only so many, if that is said."""
    with open(path, "rb") as file:
        return file.read(most)


def whole(path: str, most: int = -1) -> bytes:
    """The same of a file that is no pipe; a small one takes half the time."""
    handle = os.open(path, _READ)
    try:
        data = os.read(handle, _SMALL)
    finally:
        os.close(handle)
    return data if len(data) < _SMALL else content(path, most)


def digest(content: bytes) -> bytes:
    """Sixteen bytes that no other content has."""
    return blake2b(content, digest_size=_SIZE).digest()
