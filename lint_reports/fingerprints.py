"""What makes a finding the same finding after the lines around it have moved."""

from __future__ import annotations

from lint_reports.digest import digest
from lint_reports.located import LocatedFinding


class Fingerprints:
    """The fingerprints of one file, asked for in the order of its findings.

    A finding is known by its rule, the headings it stands under, and the words it marks, whatever the spaces and line
    ends in them; of equal ones the first, the second and so on. Neither lines nor columns nor messages matter.
    """

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}

    def of(self, finding: LocatedFinding) -> str:
        """32 hexadecimal digits, different for each finding of the file."""
        words = "".join(finding.place.text.split())
        key = digest("\0".join((finding.rule, *finding.section, words)).encode("utf-8", "surrogatepass"))
        nth = self._seen[key] = self._seen.get(key, 0) + 1
        return digest(key + str(nth).encode()).hex()[:32]
