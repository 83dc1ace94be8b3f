"""The folded view: one text for both scripts and both widths.

Rules match on it, so that one rule serves Simplified and Traditional, full-width and half-width documents. It has
the length of the original, so every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from lint_reports.patterns import lazy

# Marks that are half-width in many crawled reports. Between two Latin letters or digits they are left alone:
# 1,000 and 10:30 and https://… keep theirs.
_MARKS = ((",", "，"), (";", "；"), (":", "："), ("?", "？"), ("!", "！"), ("(", "（"), (")", "）"))
_LATIN_MARK = lazy(r"[0-9A-Za-z][,;:?!](?=[0-9A-Za-z]|//| [A-Za-z])")

# Everything else that has two widths, or several code points for one mark.
_OTHER = {
    **{
        chr(code): chr(code - 0xFEE0)
        for first, last in ("０９", "ＡＺ", "ａｚ")
        for code in range(ord(first), ord(last) + 1)
    },
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict(zip("％．／＋＜＞＝＆＠＃＊［］｛｝｜＼＾＿｀～", "%./+<>=&@#*[]{}|\\^_`~", strict=True)),
    **dict(zip("｡､「」『』﹁﹂﹃﹄︰﹐﹑﹔﹕﹖﹗﹙﹚", "。、“”‘’“”‘’：，、；：？！（）", strict=True)),
}
_IS_OTHER = lazy("[" + "".join(map(re.escape, _OTHER)) + "]")

# The commonest characters that only Traditional script has: whether to load OpenCC at all. A text of any length in
# Traditional script has several of them; a probe of this size costs a few microseconds.
_TRADITIONAL_PROBE = lazy(
    "["
    "條項關機業規應務經證辦設請於處為員國資檢營並時報計書發驗約專標產構會審縣違與費執實轄險區備後記萬學單幣該許護間訓準動認補運開個責長進訂練對職議稱調點權變體廢郵無屬從結價財協數續劃場"
    "簡負滿則當勞載導別際繳將達範統監獲領級礙總製預評習電織團轉課現過質買積視華錄圍參選類決編終購臨號圖銀據禮戶繼紀衛強維樣術換說種語係義聯擔貨獎績絕輸節離損顧濟層網優眾觀環畢鄉門線確連"
    "遺諮詢遷傳養舉難雜擴問須鎮隊災虛訴兒廣註狀還廳療樹車館張庫識題墳糾稅餘農複氣極顯態減講樂寬揮論見債園錯誤創儲兩檔願況靈紛親爭興讓雙綜來響訪碼陸籌階貫沒筆劑帶藥憲億獨擇穩繫亂斷嚴僅聲"
    "歲聞邊綠絡徹黨緩緊頂堅歸譯擊蓋頭紅純組細給絲緣縮繪羅肅膽臉艱藍蘇虧蝕衝裝覺覽觸訊討詞試詩話詳誇誌誰諒謀謝"
    "]"
)


def fold(text: str) -> str:
    """The text with widths made uniform and Traditional characters made Simplified; same length.

    Marks beside Han characters become full-width, digits, letters, `%` and `.` half-width, every kind of space a
    plain space, 「」『』 become “”‘’.
    """
    return fold_script(fold_width(text))


def fold_width(text: str) -> str:
    """The text with one width for each character; same length."""
    latin = [found.end() - 1 for found in _LATIN_MARK.finditer(text)]
    folded = _IS_OTHER.sub(_fold_other, text)
    for narrow, wide in _MARKS:
        folded = folded.replace(narrow, wide)
    return _restored(folded, text, latin) if latin else folded


def fold_character(char: str) -> str:
    """What the folded view writes for one character that is not ASCII; ASCII marks depend on their neighbours."""
    return char if char < "\x80" else _converter()(_OTHER.get(char, char))


def _fold_other(found: re.Match[str]) -> str:
    return _OTHER[found.group()]


def _restored(folded: str, text: str, offsets: list[int]) -> str:
    """The folded text with the original characters at some offsets."""
    pieces: list[str] = []
    done = 0
    for offset in offsets:
        pieces += (folded[done:offset], text[offset])
        done = offset + 1
    return "".join([*pieces, folded[done:]])


def fold_script(text: str) -> str:
    """The text in Simplified script; same length."""
    if not _TRADITIONAL_PROBE.search(text):
        return text
    simplified = _converter()(text)
    if len(simplified) == len(text):
        return simplified
    # No entry of the dictionaries used changes the length today; should one ever, go character by character.
    return "".join(
        folded if len(folded) == 1 else char for char, folded in zip(text, map(_converter(), text), strict=True)
    )


@cache
def _converter() -> Callable[[str], str]:
    # Imported here: OpenCC costs 12 ms, and most documents are in Simplified script.
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
