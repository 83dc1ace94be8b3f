"""Which encoding bytes are in, and what is said when that cannot be told."""

from __future__ import annotations

import codecs
import random

import pytest

from lint_reports.errors import InputError
from lint_reports.language import Say
from lint_reports.readers import binary, encoding
from lint_reports.readers.encoding import MAX_BYTES, Decoded, decode

SIMPLIFIED = "云溪县司法局二〇二四年法治政府建设工作报告，全年办理行政复议案件一百二十件。"
TRADITIONAL = "雲溪縣司法局二〇二四年法治政府建設工作報告，全年辦理行政復議案件一百二十件。"
LONG = "青禾区坚持依法行政，扎实推进各项工作。\n" * 40  # 58 bytes a line in UTF-8, 39 in GBK
LONG_TRADITIONAL = "雲溪縣扎實推進各項工作。\n" * 40  # 25 bytes a line in Big5


@pytest.mark.parametrize(
    "data, expected",
    [
        pytest.param(b"", Decoded("", "utf-8"), id="empty"),
        pytest.param(b"report", Decoded("report", "utf-8"), id="ascii"),
        pytest.param(SIMPLIFIED.encode(), Decoded(SIMPLIFIED, "utf-8"), id="utf-8"),
        pytest.param(
            "Résumé · 5×3 § 2\n".encode(), Decoded("Résumé · 5×3 § 2\n", "utf-8"), id="utf-8, letters of Europe only"
        ),
        pytest.param(
            "甲\x0b乙\x1b[0m\x02".encode(), Decoded("甲\x0b乙\x1b[0m\x02", "utf-8"), id="utf-8 with control characters"
        ),
        pytest.param("\x80¦²".encode(), Decoded("\x80¦²", "utf-8"), id="utf-8 that is nearly Big5"),
        pytest.param(codecs.BOM_UTF8 + b"a", Decoded("a", "utf-8-sig"), id="utf-8 with mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + "县a".encode("utf-16-le"), Decoded("县a", "utf-16"), id="utf-16 LE with mark"
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + "县a".encode("utf-16-be"), Decoded("县a", "utf-16"), id="utf-16 BE with mark"
        ),
        pytest.param(
            codecs.BOM_UTF32_LE + "县a".encode("utf-32-le"), Decoded("县a", "utf-32"), id="utf-32 LE with mark"
        ),
        pytest.param(
            codecs.BOM_UTF32_BE + "县a".encode("utf-32-be"), Decoded("县a", "utf-32"), id="utf-32 BE with mark"
        ),
        pytest.param(SIMPLIFIED.encode("gb18030"), Decoded(SIMPLIFIED, "gb18030"), id="gbk"),
        pytest.param(TRADITIONAL.encode("gb18030"), Decoded(TRADITIONAL, "gb18030"), id="traditional in gbk"),
        pytest.param("全县𠮷家村".encode("gb18030"), Decoded("全县𠮷家村", "gb18030"), id="four bytes of gb18030"),
        pytest.param(TRADITIONAL.encode("big5", "ignore"), Decoded(TRADITIONAL.replace("〇", ""), "cp950"), id="big5"),
        pytest.param(
            "本區碼頭邨辦事處主任啲工作報告".encode("big5hkscs"),
            Decoded("本區碼頭邨辦事處主任啲工作報告", "big5hkscs"),
            id="big5 of Hong Kong",
        ),
        pytest.param(SIMPLIFIED.encode("utf-16-le"), Decoded(SIMPLIFIED, "utf-16-le"), id="utf-16 LE without mark"),
        pytest.param(SIMPLIFIED.encode("utf-16-be"), Decoded(SIMPLIFIED, "utf-16-be"), id="utf-16 BE without mark"),
        pytest.param(
            "2024 report\n".encode("utf-16-le"),
            Decoded("2024 report\n", "utf-16-le"),
            id="utf-16 of ascii without mark",
        ),
        pytest.param(
            ("a" * 99999 + "通知要求").encode("gb18030"),
            Decoded("a" * 99999 + "通知要求", "gb18030"),
            id="Chinese far behind",
        ),
    ],
)
def test_encoding_is_told(data: bytes, expected: Decoded):
    assert decode(data) == expected


@pytest.mark.parametrize("text", ["工作", "委员", "报告", "通知", "法治", "农业", "全县工作报告", "（一）推进"])
def test_few_characters_of_gbk_are_told(text: str):
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030")


@pytest.mark.parametrize("text", ["報告", "委員", "機關", "全縣工作報告"])
def test_few_characters_of_big5_are_told(text: str):
    assert decode(text.encode("cp950")) == Decoded(text, "cp950")


@pytest.mark.parametrize("text", ["踹", "蹴鞠"])
def test_what_cannot_be_told_is_an_error(text: str):
    with pytest.raises(InputError) as raised:
        decode(text.encode("gb18030"))

    assert raised.value.say == Say(
        "无法判断文件的编码，按 UTF-8、GB18030、Big5、UTF-16 读都不成中文；请将文件另存为 UTF-8，或用 --encoding 指明编码。",
        "The encoding of the file cannot be told: read as UTF-8, GB18030, Big5 or UTF-16 it gives no Chinese; "
        "save it as UTF-8, or name its encoding with --encoding.",
    )


@pytest.mark.parametrize("name", ["shift_jis", "euc_jp", "euc_kr", "cp1251"])
def test_other_scripts_are_not_read_as_chinese(name: str):
    text = {"euc_kr": "행정 보고서입니다 감사합니다", "cp1251": "Отчёт о работе"}.get(
        name, "市民の皆様へ改革のお知らせです"
    )

    with pytest.raises(InputError, match="cannot be told"):
        decode(text.encode(name))


@pytest.mark.parametrize(
    "data, name, line, offset",
    [
        pytest.param(
            LONG.encode()[:100] + b"\xff" + LONG.encode()[100:], "utf-8", 2, 100, id="one broken byte in utf-8"
        ),
        pytest.param(LONG.encode()[:-2], "utf-8", 40, 2316, id="utf-8 cut off in a character"),
        pytest.param(LONG.encode() + b"\xed\xa0\x80", "utf-8", 41, 2320, id="lone surrogate in utf-8"),
        pytest.param("工\r\n作\r人\n".encode() * 9 + b"\xff", "utf-8", 28, 117, id="all kinds of line ends"),
        pytest.param(codecs.BOM_UTF8 + b"a\n\xff", "utf-8", 2, 5, id="mark of utf-8, no utf-8"),
        pytest.param(LONG.encode("gb18030")[:-2], "gb18030", 40, 1557, id="gbk cut off in a character"),
        pytest.param(
            LONG_TRADITIONAL.encode("cp950")[:250] + b"\xff" + LONG_TRADITIONAL.encode("cp950")[250:],
            "cp950",
            11,
            250,
            id="broken byte in big5",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + "甲\n".encode("utf-16-le") + b"\x00\xd8a\x00",
            "utf-16-le",
            2,
            6,
            id="lone surrogate in utf-16",
        ),
        pytest.param(codecs.BOM_UTF16_LE + b"a", "utf-16-le", 1, 2, id="half a character of utf-16"),
    ],
)
def test_broken_bytes_are_named(data: bytes, name: str, line: int, offset: int):
    with pytest.raises(InputError) as raised:
        decode(data)

    assert raised.value.say == Say(
        f"文件按 {name} 编码读到第 {line} 行时遇到无效字节（字节偏移 {offset}）；请修正该处，或将文件另存为 UTF-8，或用 --encoding 指明编码。",
        f"Read as {name}, the file has invalid bytes in line {line} (byte offset {offset}); "
        "mend them, save the file as UTF-8, or name its encoding with --encoding.",
    )


def test_utf_8_with_any_broken_byte_is_never_read():
    random.seed(1)
    for _ in range(200):
        data = bytearray(LONG.encode())
        data[random.randrange(len(data))] = random.choice([0xC0, 0xFF])
        with pytest.raises(InputError, match="Read as utf-8"):
            decode(bytes(data))


@pytest.mark.parametrize(
    "data, override, expected",
    [
        pytest.param("蹴鞠".encode("gbk"), "gbk", Decoded("蹴鞠", "gb18030"), id="gbk"),
        pytest.param(
            "朱镕基𠮷".encode("gb18030"),
            "GB2312",
            Decoded("朱镕基𠮷", "gb18030"),
            id="gb2312 is taken for what people call so",
        ),
        pytest.param("雲溪縣".encode("cp950"), "big5", Decoded("雲溪縣", "cp950"), id="big5"),
        pytest.param(
            "啲".encode("big5hkscs"), "Big5", Decoded("啲", "big5hkscs"), id="big5 with a character of Hong Kong"
        ),
        pytest.param("a县".encode("utf-16-be"), "utf-16-be", Decoded("a县", "utf-16-be"), id="utf-16 without mark"),
        pytest.param(codecs.BOM_UTF8 + b"a", "utf8", Decoded("a", "utf-8-sig"), id="utf-8 that has a mark"),
        pytest.param(
            codecs.BOM_UTF16_BE + "县".encode("utf-16-be"),
            "utf-16",
            Decoded("县", "utf-16"),
            id="utf-16 that has a mark",
        ),
        pytest.param("é".encode("latin-1"), "latin-1", Decoded("é", "iso8859-1"), id="any encoding there is"),
    ],
)
def test_the_name_given_by_the_user_decides(data: bytes, override: str, expected: Decoded):
    assert decode(data, override) == expected


def test_the_name_given_by_the_user_is_held_to():
    with pytest.raises(InputError, match=r"Read as utf-8, the file has invalid bytes in line 1 \(byte offset 0\)"):
        decode(SIMPLIFIED.encode("gb18030"), "utf-8")


@pytest.mark.parametrize("name", ["no-such", "base64", "rot-13", "a\0b", "编码"])
def test_unknown_names_are_refused(name: str):
    with pytest.raises(InputError) as raised:
        decode(b"abc", name)

    assert raised.value.say == Say(
        f"没有名为“{name}”的文本编码；请用 --encoding 指明 utf-8、gb18030、big5、utf-16 之一。",
        f'There is no text encoding called "{name}"; with --encoding name utf-8, gb18030, big5 or utf-16.',
    )


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode"])
def test_encodings_that_are_no_files_are_refused(name: str):
    with pytest.raises(InputError, match=f"Read as {name}, the file has invalid bytes in line 1"):
        decode(b"\xff-\xff", name)


def test_what_no_character_is_made_of_is_refused():
    with pytest.raises(InputError) as raised:
        decode(b"a\n+2AA-", "utf-7")

    assert raised.value.say == Say(
        "文件按 utf-7 编码读到第 2 行时遇到孤立代理项，不成字符；请用 --encoding 指明正确的编码。",
        "Read as utf-7, the file has a lone surrogate in line 2; name its encoding with --encoding.",
    )


@pytest.mark.parametrize(
    "data, line",
    [
        pytest.param("甲\n乙\0丙".encode(), 2, id="in utf-8"),
        pytest.param(codecs.BOM_UTF16_LE + "甲\0".encode("utf-16-le"), 1, id="in utf-16"),
    ],
)
def test_nul_characters_are_named(data: bytes, line: int):
    with pytest.raises(InputError) as raised:
        decode(data)

    assert raised.value.say == Say(
        f"文件第 {line} 行有空字符（NUL），不是文本文件；请改选报告的文本文件。",
        f"The file has a NUL character in line {line}, so it is no text file; choose the report's text file.",
    )


def test_bytes_with_nul_that_are_nothing_are_named():
    with pytest.raises(InputError) as raised:
        decode(b"\x01\xfe\x02\0\x80\x81\x82\x03")

    assert raised.value.say == Say(
        "文件有空字节（字节偏移 3），按 UTF-16 读也不成中文，不是文本文件；请改选报告的文本文件。",
        "The file has a NUL byte (byte offset 3) and gives no Chinese as UTF-16 either, so it is no text file; "
        "choose the report's text file.",
    )


@pytest.mark.parametrize(
    "data, zh, en",
    [
        (b"PK\x03\x04..word/document.xml", "Word 文档（.docx）", "a Word document (.docx)"),
        (b"PK\x03\x04..xl/workbook.xml", "Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
        (b"PK\x03\x04..ppt/slides", "PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation (.pptx)"),
        (b"PK\x03\x04..OFD.xml", "OFD 文档（.ofd）", "an OFD document (.ofd)"),
        (
            b"PK\x03\x04..application/vnd.oasis.opendocument.text",
            "OpenDocument 文档（.odt）",
            "an OpenDocument file (.odt)",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..",
            "旧版 Office 或 WPS 文档（.doc、.wps、.xls）",
            "an old Office or WPS document (.doc, .wps, .xls)",
        ),
        (b"%PDF-1.7\n", "PDF 文档（.pdf）", "a PDF document (.pdf)"),
        (b"{\\rtf1\\ansi", "RTF 文档（.rtf）", "an RTF document (.rtf)"),
    ],
)
def test_documents_of_other_formats_are_named(data: bytes, zh: str, en: str):
    with pytest.raises(InputError) as raised:
        decode(data)

    assert raised.value.say == Say(
        f"这是{zh}，本版本不读这种格式；请另存为 UTF-8 编码的纯文本（.txt）或 Markdown（.md）。",
        f"This is {en}, a format that this version does not read; save it as plain text (.txt) or Markdown (.md) in UTF-8.",
    )


@pytest.mark.parametrize(
    "data, zh, en",
    [
        (b"PK\x03\x04..", "ZIP 压缩包", "a ZIP archive"),
        (b"Rar!\x1a\x07\x00", "RAR 压缩包", "a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "a 7z archive"),
        (b"\x1f\x8b\x08", "gzip 压缩文件", "a gzip file"),
        (b"\x89PNG\r\n\x1a\n", "PNG 图片", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "JPEG 图片", "a JPEG image"),
        (b"GIF89a", "GIF 图片", "a GIF image"),
        (b"\x7fELF", "可执行程序", "an executable program"),
        (b"SQLite format 3\0", "SQLite 数据库", "an SQLite database"),
    ],
)
def test_files_that_are_no_documents_are_named(data: bytes, zh: str, en: str):
    with pytest.raises(InputError) as raised:
        decode(data, "utf-8")

    assert raised.value.say == Say(
        f"这是{zh}，不是文本文件；请改选报告的文本文件。",
        f"This is {en}, no text file; choose the report's text file.",
    )


def test_every_kind_of_binary_is_looked_for():
    kinds = (*binary._DOCUMENTS, *binary._BINARIES)

    assert {kind.magic[0] for kind in kinds} == set(encoding._MAY_BE_BINARY)


@pytest.mark.parametrize("text", ["PDF 版见附件。", "GDP 增长", "SQL", "{甲}", "7月", "%"])
def test_text_may_begin_like_a_binary(text: str):
    assert decode(text.encode()) == Decoded(text, "utf-8")


def test_length_has_a_limit():
    assert len(decode(b"a" * MAX_BYTES).text) == MAX_BYTES
    with pytest.raises(InputError) as raised:
        decode(bytes(MAX_BYTES + 1))
    assert raised.value.say == Say(
        "文件超过 67108864 字节的上限；请拆分后再检查。",
        "The file has more than the 67108864 bytes that are read; split it and check the parts.",
    )


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be", "utf-16"]
)
def test_text_is_written_back_as_it_was(name: str):
    data = TRADITIONAL.replace("〇", "").encode(name)
    decoded = decode(data)

    assert decoded.text.encode(decoded.encoding) == data
