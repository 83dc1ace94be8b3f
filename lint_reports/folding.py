"""The folded view: one text for both scripts and both widths.

Rules match on it, so that one rule serves Simplified and Traditional, full-width and half-width documents. It has
the length of the original, so every offset holds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lint_reports.dictionaries import simplified
from lint_reports.patterns import lazy

# Marks that are half-width in many crawled reports. Between two Latin letters or digits they are left alone:
# 1,000 and 10:30 and https://… keep theirs.
_MARKS = tuple(zip(",;:?!()", "，；：？！（）", strict=True))
# Each begins with its mark: one character is found at once, and most texts have few of these.
_IN_LATIN = {mark: lazy(rf"{re.escape(mark)}(?<=[0-9A-Za-z].)(?=[0-9A-Za-z]|//| [A-Za-z])") for mark in ",;:?!"}

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
# All but what nearly every report has; none of the above is among that.
_ODD = lazy("[^\n -~一-\u9fff“”‘’—…·、。《》！（），：；？]")

# The commonest characters that only Traditional script has: whether to look further at all. They are 99 of 100 that
# stand in reports, so that a single word of the other script is seen; a probe of this size costs a few microseconds.
_TRADITIONAL_PROBE = lazy(
    "["
    "條項關機業規應務經證辦設請於處為員國資檢營並時報計書發驗約專標產構會審縣違與費執實轄險區備後記萬學單幣該許護間訓準動認補運開個責長進訂練對職議稱調點權變體廢郵無屬從結價財協數續劃場"
    "簡負滿則當勞載導別際繳將達範統監獲領級礙總製預評習電織團轉課現過質買積視華錄圍參選類決編終購臨號圖銀據禮戶繼紀衛強維樣術換說種語係義聯擔貨獎績絕輸節離損顧濟層網優眾觀環畢鄉門線確連"
    "遺諮詢遷傳養舉難雜擴問須鎮隊災虛訴兒廣註狀還廳療樹車館張庫識題墳糾稅餘農複氣極顯態減講樂寬揮論見債園錯誤創儲兩檔願況靈紛親爭興讓雙綜來響訪碼陸籌階貫沒筆劑帶藥憲億獨擇穩繫亂斷嚴僅聲"
    "歲聞邊綠絡徹黨緩緊頂堅歸譯擊蓋頭紅純組細給絲緣縮繪羅肅膽臉艱藍蘇虧蝕衝裝覺覽觸訊討詞試詩話詳誇誌誰諒謀謝"
    "爲醫內戰臺風們遊礎貧幹勢羣東貿額衆屆鐵鏈陽勵軍佈紮奮畝復汙佔銷適這採龍脫糧鞏鬥築測較歷幫廠競寧熱壓納貸繞託潔順黃壯舊灣礦徵橋師罰噸鍵榮藝啟貴啓麗崗輪賽踐雲駐飲揚撐擁殘馬遠紐諧償釋樞勝僑婦豐簽盤貼漢亞覈"
    "針島閒愛鋼隱邁週獻掛齊遼貢濱漁敗輕誠淨異搶厲夠慶賣偵偉軌暢賦銜驅爾併匯粵徑盡惡勁莊潛聽樓診溫軟縱齡綱賃廁溼鄭蘭掃飛訟漲輛側塊錦懷儘圓鹽贏撫鮮歐寫懲晉輻諾牽贛冊隨寶壞躍賬賠嶺溝鑑輿劇遞倉饋趨閉豬傾鉅傷剛"
    "閩峽髮談廈鋁奧鶴棄錫橫濃幟陣銅煙鄧壇烏輔頻峯頓紡擺譜辯潤塵畫燒鑄涼譽滅葉瀋氫趕攬兌澇綿擬讀鐘恆暫騙搖幾爐灘夢腦鋪駕憂牀籃殯鬆澤駛頒錢韌滄荊馳彈鳳奪輝燈詐撥憑瀘娛戲慮陝禦滬鉤墾賓壩閱楓腳紙欄盜騰陳銳毀韓"
    "碩蹤裏鍋裡魯頃鄰軸鋰鍊儀吳壽纖鍛尋綢頸擾魚紓闢欽闖鋒疊廚煉湧稈礪獸鎖飼脈儉滯囑彙滾凍攜樑煥竊濫巖綏慣錨締隴闊廟陰賀篩薦塗賭頑釘壘饒麼繕嬰膠牆靜閘宮帥賄偽蘆箇籤濤鵬嶽糞賴捲蹟瀾祕懶隻貪窯頁攤帳歡驛屍繡雞"
    "聖鷹麥賢呂謹靚捨漸紹鳥壟雖脅嚮敵檻蟲飽鹼篤飯喪廬諸撈槓贈楊蓮鴻傢"
    "]"
)


def fold(text: str) -> str:
    """The text with widths made uniform and Traditional characters made Simplified; same length.

    Marks beside Han characters become full-width, digits, letters, `%` and `.` half-width, every kind of space a
    plain space, 「」『』 become “”‘’.
    """
    return fold_script(fold_width(text))


def odd_characters(text: str) -> frozenset[str]:
    """The characters of a text beside Han, ASCII and the commonest marks; most texts have few."""
    return frozenset(_ODD.findall(text))


def fold_width(text: str, odd: frozenset[str] | None = None) -> str:
    """The text with one width for each character; same length. `odd`: its `odd_characters`, if they are known."""
    folded = text
    for other in _OTHER.keys() & (odd_characters(text) if odd is None else odd):
        folded = folded.replace(other, _OTHER[other])
    latin: list[int] = []
    for narrow, wide in _MARKS:
        if narrow in text:
            folded = folded.replace(narrow, wide)
            latin += [found.start() for found in _IN_LATIN[narrow].finditer(text)] if narrow in _IN_LATIN else ()
    return _restored(folded, text, sorted(latin)) if latin else folded


def is_odd(char: str) -> bool:
    """Whether a character is one of the `odd_characters` of texts that have it."""
    return _ODD.match(char) is not None


@lru_cache(maxsize=4096)
def fold_character(char: str) -> str:
    """What the folded view writes for one character that is not ASCII; ASCII marks depend on their neighbours."""
    return char if char < "\x80" else simplified(_OTHER.get(char, char))


def _restored(folded: str, text: str, offsets: list[int]) -> str:
    """The folded text with the original characters at some offsets."""
    pieces: list[str] = []
    done = 0
    for offset in offsets:
        pieces += (folded[done:offset], text[offset])
        done = offset + 1
    return "".join([*pieces, folded[done:]])


def fold_script(text: str) -> str:
    """The text in Simplified script; same length. Words decide: 乾 is 干, but stays in 乾隆."""
    return simplified(text) if _TRADITIONAL_PROBE.search(text) else text
