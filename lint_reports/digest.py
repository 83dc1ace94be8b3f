"""What is in a file, and the digest by which it is known again."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # what `hashlib` takes it from; `hashlib` itself takes 3 ms to load
except ImportError:
    from hashlib import blake2b

_SIZE = 16


def content(path: str, most: int = -1) -> bytes:
    """The bytes of a file; of a longer one only so many, if that is said."""
    with open(path, "rb") as file:
        return file.read(most)


def digest(content: bytes) -> bytes:
    """Sixteen bytes that no other content has."""
    return blake2b(content, digest_size=_SIZE).digest()
