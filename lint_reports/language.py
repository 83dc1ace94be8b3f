"""The two languages that the tool speaks to people."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Say(NamedTuple):
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def text(self, lang: Lang) -> str:
        """The sentence in the language asked for."""
        return self.en if lang == "en" else self.zh
