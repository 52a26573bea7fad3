"""What Word shows before each paragraph, from the lists and the paragraphs that name them."""

import re

from lxml import etree

from gongwen.readers.docx.numbering import Numbering
from gongwen.readers.docx.styles import Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def observe(given: str) -> list[str]:
    *lists, paragraphs = (line.strip() for line in given.split("\n"))
    numbering = Numbering(
        etree.fromstring(f'<w:numbering xmlns:w="{W}">{"".join(map(xml, lists))}</w:numbering>'), Styles(None)
    )
    return [numbering.next(ord(name), int(level), None) for name, level in paragraphs.split()]


def xml(line: str) -> str:
    name, _, said = line.partition(":")
    if "=" in name:
        own, other = name.split("=")
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in re.findall(r"(\d)=(\d+)", said)
        )
        return f'<w:num w:numId="{ord(own)}"><w:abstractNumId w:val="{ord(other)}"/>{starts}</w:num>'
    levels = "".join(level(at, one.strip()) for at, one in enumerate(said.split(" ; ")))
    return (
        f'<w:abstractNum w:abstractNumId="{ord(name)}">{levels}</w:abstractNum>'
        f'<w:num w:numId="{ord(name)}"><w:abstractNumId w:val="{ord(name)}"/></w:num>'
    )


def level(at: int, said: str) -> str:
    form, _, rest = said.partition(" ")
    text, *settings = rest.split(" ") if rest else [""]
    found = dict(one.partition("=")[::2] for one in settings)
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{found.get("start", "1")}"/><w:numFmt w:val="{form}"/>'
        + (f'<w:lvlRestart w:val="{found["restart"]}"/>' if "restart" in found else "")
        + ("<w:isLgl/>" if "legal" in found else "")
        + (f'<w:suff w:val="{found["suffix"]}"/>' if "suffix" in found else "")
        + f'<w:lvlText w:val="{text}"/></w:lvl>'
    )
