"""A crawl to measure batches with, written for this project: pages varied in template, length and kind.

    for name, raw in crawl(20_000):       the same bytes on every machine

Lengths are spread as those of real notices are: most are short, a few are very long.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from random import Random

from benchmarks.notices import ACTIONS, FAULTS, TOPICS, numeral, rectification
from benchmarks.pages import page

SITES = ("青岚市", "江临市", "云溪县", "白石区", "临湖县", "东篱区")
BUREAUS = ("教育局", "水务局", "财政局", "应急管理局", "市场监督管理局", "农业农村局", "卫生健康委员会")
KINDS = ("通知", "公告", "意见", "通报", "通告")

PLAIN = """<html><head><meta charset="{encoding}"><title>{title}</title></head><body>
<div class="top"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>
<h2 align="center">{title}</h2><p class="info">来源：{bureau} 发布时间：{year}-{month:02}-{day:02} 浏览次数：<span></span></p>
<div class="content">{body}</div><div class="foot">版权所有：{bureau} 网站标识码：4400000099</div></body></html>
"""
NESTED = """<!DOCTYPE html><html><head><meta charset="{encoding}"><title>{title}-{bureau}</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{year}-{month:02}-{day:02} 10:00">
<style>.nav a {{ color: #333 }}</style></head><body><table class="frame"><tr><td class="menu">{menu}</td><td>
<div class="article"><div class="article-title">{title}</div><div id="UCAP-CONTENT">{body}</div></div>
</td></tr></table><script>count();</script></body></html>
"""
MENU = "".join(
    f'<div><a href="/{n}/">{name}</a></div>'
    for n, name in enumerate(("机构职能", "政策文件", "公示公告") * 8)
)


def crawl(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of so many pages, a hundred in a folder."""
    for number in range(count):
        random = Random(f"{seed} {number}")
        raw, ending = _document(random)
        yield f"{number // 100:04d}/{number:07d}{ending}", raw


def _document(random: Random) -> tuple[bytes, str]:
    characters = int(min(20_000, 300 + random.expovariate(1 / 1500)))
    if random.random() < 0.25:
        text = rectification(characters, random.randrange(1_000_000))
        return (page(text), ".html") if random.random() < 0.8 else (text.encode(), ".txt")
    words = _words(random)
    lines = list(_lines(random, words, characters))
    if random.random() < 0.15:
        return "\n".join([words["title"], *lines]).encode(random.choice(("utf-8", "gb18030"))), ".txt"
    encoding, declared = random.choice((("utf-8", "utf-8"), ("utf-8", "utf-8"), ("gb18030", "gb2312")))
    template = random.choice((PLAIN, NESTED))
    separator = random.choice(("<p>{}</p>\n", "{}<br>\n", '<p style="text-indent:2em"><span>{}</span></p>\n'))
    body = "".join(separator.format(html.escape(line)) for line in lines)
    made = template.format(body=body, encoding=declared, menu=MENU, **words)
    return made.encode(encoding, "replace"), ".html"


def _words(random: Random) -> dict[str, str | int]:
    site, bureau, kind = random.choice(SITES), random.choice(BUREAUS), random.choice(KINDS)
    topic = random.choice(TOPICS)
    return {
        "title": f"{site}{bureau}关于进一步做好{topic}工作的{kind}",
        "bureau": f"{site}{bureau}",
        "topic": topic,
        "year": random.randint(2012, 2025),
        "month": random.randint(1, 12),
        "day": random.randint(1, 28),
    }


def _lines(random: Random, words: dict[str, str | int], characters: int) -> Iterator[str]:
    yield f"{words['bureau'][0:2]}政发〔{words['year']}〕{random.randint(1, 99)}号"
    yield "各县（区）人民政府，市直有关单位："
    length = part = 0
    while length < characters:
        part += 1
        section = list(_part(random, part, words))
        length += sum(map(len, section))
        yield from section
    yield f"附件：{words['topic']}任务分工表"
    yield str(words["bureau"])
    yield f"{words['year']}年{words['month']}月{words['day']}日"


def _part(random: Random, number: int, words: dict[str, str | int]) -> Iterator[str]:
    yield f"{numeral(number)}、{random.choice(ACTIONS)}"
    for item in range(1, random.randint(3, 6)):
        amount, share = random.randint(2, 900), random.randint(40, 99)
        start = f"（{numeral(item)}）" if number % 2 else f"{item}."
        yield (
            f"{start}{random.choice(ACTIONS)}。针对{random.choice(FAULTS)}的问题，{words['year']}年{random.randint(1, 12)}月底前"
            f"完成{amount}个项目，投入资金{amount}.{item}万元，完成率不低于{share}%。落实《{words['topic']}管理办法》，"
            f"由{words['bureau']}牵头，联系电话：0700-{random.randint(2000000, 8999999)}。"
        )
