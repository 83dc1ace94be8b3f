"""Made-up Markdown documentation in Chinese: headings, lists, code, tables, links, and Latin words among the Han."""

from __future__ import annotations

import random
from collections.abc import Callable

_THINGS = "配置文件 命令行参数 输出格式 缓存目录 任务队列 日志级别 访问令牌 模板引擎 插件接口 构建脚本 测试用例".split()
_WORDS = "YAML JSON HTTP Linux Docker Python Redis Nginx Git Markdown SQLite gRPC".split()
_DEEDS = "读取 校验 合并 转换 导出 重新加载 序列化 压缩 还原 比对".split()
_REASONS = "避免重复计算 减少内存占用 便于排查问题 保证结果一致 方便在持续集成中使用 与旧版本兼容".split()


def manual(number: int) -> str:
    """A manual of about 12 KB; the same number gives the same."""
    chance = random.Random(number)
    parts = [f"# {chance.choice(_WORDS)} {chance.choice(_THINGS)}使用说明 {number}\n"]
    for section in range(1, 13):
        parts.append(f"\n## {chance.choice(_DEEDS)}{chance.choice(_THINGS)}（{section}）\n")
        parts += [chance.choice(_PIECES)(chance) for _ in range(5)]
    return "".join(parts)


def _paragraph(chance: random.Random) -> str:
    return "\n" + "".join(_sentence(chance) for _ in range(chance.randint(2, 6))) + "\n"


def _sentence(chance: random.Random) -> str:
    deed, thing, word = chance.choice(_DEEDS), chance.choice(_THINGS), chance.choice(_WORDS)
    reason, number = chance.choice(_REASONS), chance.randint(2, 9000)
    patterns = (
        f"{deed}{thing}之前，请先安装 {word} {number % 9}.{number % 13}，以{reason}。",
        f"默认的{thing}是 `{word.lower()}-{number}`，用 **{deed}** 可以{reason}。",
        f"如果{thing}超过{number}个，程序会分批{deed}，详见[{word} 的文档](https://example.org/{word.lower()}/{number})。",
        f"从第{number % 30 + 1}版起，{thing}支持用{word}{deed}，每次最多{number}条。",
        f"“{thing}”与“{chance.choice(_THINGS)}”不能同时使用,否则{deed}会失败。",
    )
    return chance.choice(patterns)


def _list(chance: random.Random) -> str:
    return "\n" + "".join(f"{mark}. {_sentence(chance)}\n" for mark in range(1, chance.randint(3, 7)))


def _code(chance: random.Random) -> str:
    word = chance.choice(_WORDS).lower()
    lines = (f"{word} --set key{chance.randint(1, 99)}={chance.choice(_DEEDS)}  # {chance.choice(_REASONS)}\n" * 3,)
    return "\n```sh\n" + "".join(lines) + "```\n"


def _table(chance: random.Random) -> str:
    rows = "".join(
        f"| `{chance.choice(_WORDS).lower()}_{row}` | {chance.choice(_THINGS)} | {chance.randint(1, 500)} |\n"
        for row in range(chance.randint(3, 8))
    )
    return "\n| 名称 | 含义 | 默认值 |\n|---|---|---|\n" + rows


_PIECES: tuple[Callable[[random.Random], str], ...] = (_paragraph, _paragraph, _paragraph, _list, _code, _table)
