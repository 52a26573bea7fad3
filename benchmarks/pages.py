"""A page around a text, as a government site makes it: `page(rectification())`.

Navigation, a table of metadata, the container of the site's editor (TRS), a footer, and scripts.
"""

from __future__ import annotations

import html

HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_青岚市人民政府门户网站</title>
<meta name="SiteName" content="青岚市人民政府门户网站">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-07-10 09:30">
<meta name="ContentSource" content="市水务局">
<link rel="stylesheet" href="/images/style.css">
<script>var site = {{"id": 4403, "column": "tzgg"}}; function print_page() {{ window.print(); }}</script>
<style>.nav li {{ float: left; }} .TRS_Editor p {{ margin: 0; line-height: 2; }}</style>
</head>
<body>
<div class="header"><div class="nav"><ul>
{links}
</ul></div></div>
<div class="path">当前位置：<a href="/">首页</a> &gt;
<a href="/zwgk/">政务公开</a> &gt; <a href="/tzgg/">通知公告</a></div>
<div class="main">
<table class="headInfo">
<tr><td>索&nbsp;引&nbsp;号：</td><td>QL007/2024-00318</td><td>主题分类：</td><td>水利、水务</td></tr>
<tr><td>发布机构：</td><td>青岚市水务局</td><td>成文日期：</td><td>2024年07月09日</td></tr>
<tr><td>名&emsp;&emsp;称：</td><td colspan="3">{title}</td></tr>
<tr><td>发布日期：</td><td>2024-07-10</td><td>文&emsp;&emsp;号：</td><td></td></tr>
</table>
<h1 class="title">{title}</h1>
<div class="info">发布时间：2024-07-10 09:30 来源：市水务局
字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>
<div id="zoom"><div class="TRS_Editor">
"""
PARAGRAPH = '<p style="text-indent: 2em; font-size: 16pt"><span style="font-family: 仿宋">{}</span></p>'
FOOT = """
</div></div>
<div class="tools"><a href="javascript:print_page()">打印本页</a>
<a href="javascript:window.close()">关闭窗口</a></div>
</div>
<div class="footer"><p>主办：青岚市人民政府办公室</p><p>网站标识码：4400000099</p>
<p><a href="/about/">关于我们</a> | <a href="/map/">网站地图</a></p></div>
<script src="/images/count.js"></script>
</body>
</html>
"""
COLUMNS = (
    "首页",
    "要闻动态",
    "政务公开",
    "政务服务",
    "互动交流",
    "数据开放",
    "走进青岚",
    "专题专栏",
    "机构职能",
    "政策文件",
    "政策解读",
    "通知公告",
)

REPEATED = 3
"""Menus stand on a page several times: for the head, a side and a phone."""


def page(text: str, encoding: str = "utf-8") -> bytes:
    """A page around a text, a paragraph a line; the first line with 关于 is its title."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    title = next((line for line in lines if "关于" in line), lines[0])
    lines.remove(title)
    links = "\n".join(
        f'<li><a href="/{n}/" target="_blank">{name}</a></li>' for n, name in enumerate(COLUMNS * REPEATED)
    )
    body = "\n".join(PARAGRAPH.format(html.escape(line)) for line in lines)
    source = HEAD.format(title=html.escape(title), links=links) + body + FOOT
    return source.replace('charset="utf-8"', f'charset="{encoding}"').encode(encoding, "replace")
