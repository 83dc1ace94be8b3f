"""The words by which a reader knows the parts of a report.

All in the folded view: Simplified script, full-width marks. They tell what a text is, never whether it is right: what
is right stands in `rules/`. Words rather than patterns where words will do: a pattern takes a fifth of a millisecond
to compile for each set of characters in it, and these are needed in every run.
"""

from __future__ import annotations

from lint_reports.facts import Tense
from lint_reports.patterns import lazy

_AHEAD = "下一步|下步|下一阶段|今后|明年|来年|下年度|下一年"
_REVIEW = "情况|成效|成绩|成果|举措|做法|亮点|特点|回顾|总结|进展|履职"
_PLAN = "安排|打算|计划|思路|目标|任务|展望|要点|设想|部署"
_PROBLEMS = "问题|不足|短板|差距|困难|薄弱环节|弱项"

HEAD = lazy(f"{_AHEAD}|{_REVIEW}|{_PLAN}|{_PROBLEMS}")
"""Heads of headings (rules catalogue §5.4). Without groups, `re` knows their first characters and skips all others."""

AHEAD = frozenset(_AHEAD.split("|"))
HEAD_TENSE = {
    **dict.fromkeys(AHEAD, Tense.PLAN),
    **dict.fromkeys(_REVIEW.split("|"), Tense.REVIEW),
    **dict.fromkeys(_PLAN.split("|"), Tense.PLAN),
    **dict.fromkeys(_PROBLEMS.split("|"), Tense.PROBLEMS),
}
"""Which way a section looks that is headed so."""

JOINERS = ("及", "和", "与", "、", "暨", "，")
"""What joins two heads into a heading that looks both ways: 存在问题及下一步打算."""

PLAIN_HEAD = lazy(
    "(?:当前|目前|仍然?|还|尚|工作|中|主要|存在|的|面临|取得|重点|年度|(?:19|20)\\d{2}年"
    f"|{_AHEAD}|{_REVIEW}|{_PLAN}|{_PROBLEMS})+"
)
"""A heading that says nothing but which way its section looks."""

TITLE_ENDS = tuple(
    "报告 总结 思路 要点 计划 方案 通知 意见 决定 办法 规定 条例 公告 通告 函 批复 请示 纪要 说明 细则 纲要"
    " 规划 汇报 公报 决议 命令 议案 通报 制度 规则 准则 情况 答复 解释 法 安排 打算 白皮书 章程 指南 规程"
    " 标准 典 令 讲话 要求 措施 清单 年报 工作".split()
)
"""What the title of an official document ends in, once brackets after it are taken off."""

METADATA_LABELS = frozenset(
    "索引号 发布机构 发文机关 发文机构 发文字号 公开主体 发布单位 信息来源 来源 文号 成文日期 成文时间"
    " 生成日期 生成时间 发文日期 发文时间 发布日期 发布时间 公开日期 公开时间 印发日期 生效日期 废止日期"
    " 主题分类 体裁分类 组配分类 信息分类 主题词 登记号 统一编号 内容概述 信息名称 浏览次数 浏览量 点击次数"
    " 点击量 点击数 阅读次数 阅读人次 阅读量 阅读数 访问次数 访问量 责任编辑 编辑 责编 作者 撰稿 供稿 审核 发布人"
    " 有效性 效力状态 公开方式 公开范围 公开时限 公开类别 公文种类 制发机构 更新时间 文章来源 稿件来源 归档时间".split()
)
"""Labels of the metadata that disclosure pages put round a document, without spaces."""

PUBLISHED = frozenset("发布日期 发布时间 公开日期 公开时间 date publication_date published pubdate".split())
WRITTEN = frozenset("成文日期 成文时间 印发日期".split())
GENERATED = frozenset("生成日期 生成时间 发文日期 发文时间".split())
NAMES = frozenset("内容概述 信息名称 名称 标题 title".split())

CHROME = (
    "今天是：",
    "无障碍 ",
    *"您当前 您现在 您所在 您的位置 当前位置 当前所在 所在位置 现在位置 首页 网站首页 扫一扫 打印本页"
    " 打印页面 【打印 收藏本页 关闭本页 关闭窗口 【关闭 分享到 分享至 上一篇 下一篇 上一条 下一条 相关稿件"
    " 相关链接 相关文章 相关信息 相关新闻 相关阅读 字体 字号 【字体 【字号 返回顶部 返回首页 版权所有"
    " 网站地图 主办单位： 无障碍浏览 无障碍阅读 视力保护 保护视力 加入收藏 设为首页 下载地址 分享让更多 网站标识码"
    " 技术支持：".split(),
)
"""How a line begins that a web page has left in the text."""

ATTACHMENT = ("附件", "附表", "附录", "附图", "附：", "附 件", "相关附件")
"""How a short line begins that opens the attachments."""

NOTE_WORDS = ("名词", "用语", "术语", "词汇")
NOTE_ENDS = ("解释", "注释", "说明", "解释：", "注释：", "说明：")
NOTES = frozenset("注 注： 注释 注释： 尾注 脚注 附注 尾注： 脚注： 附注：".split())
"""What opens a glossary or notes after the text: 名词解释, 部分用语说明, 注："""

COPY_TO = tuple("抄送 主送 分送 抄报 印发机 发送： （此件 （联系人 联系人： 联系电话： 信息公开选项 公开方式".split())
"""How a line begins that stands after the signature."""

ORGAN_ENDS = (
    *"局厅委办部院府会室所司处组署站馆区市县镇乡",
    "中心",
    "支队",
    "总队",
    "大队",
    "集团",
    "公司",
    "学校",
    "大学",
)
"""What the name of an organ ends in, once brackets after it are taken off."""

TABLE_ROWS = ("本年新收政府信息公开申请", "上年结转政府信息公开申请", "本年度办理结果", "结转下年度继续办理")
"""Rows of the table that reports on disclosure must have; where a page has lost the table, they look like headings."""
RECIPIENT_ENDS = (*ORGAN_ENDS, "部门", "单位", "机构", "企业", "院校", "组织", "协会")
"""What a list of recipients ends in."""

LEAD_IN = ("下列", "左列", "右列", "以下", "如下", "：（")
"""What stands in a paragraph that announces a list, if it does not end in ： anyway (rules catalogue §4.4)."""
LEAD_INS = (lazy("下(?:列|(?<=[以如]下))"), lazy("列(?<=[左右]列)"), lazy("：(?=（)"))
"""The same for a whole text: each begins with one certain character, which `re` finds twice as fast as two."""


def names_document(line: str) -> bool:
    """Whether a line ends as the title of a document does."""
    return without_brackets(line).endswith(TITLE_ENDS)


def without_brackets(line: str) -> str:
    """A line without the brackets and numbers at its end: 工作报告（2023年） names a document as 工作报告 does."""
    while line.endswith(("）", "]")):
        opener = line.rfind("（" if line.endswith("）") else "[")
        if opener <= 0:
            return line
        line = line[:opener]
    return line.rstrip("一二三四五六七八九十0123456789 ")
