"""The rows of the tables in a document; → is the tab between two cells."""

from gongwen.options import Options
from gongwen.readers import read_page


def observe(given: str) -> str:
    page, _ = read_page(given.encode(), Options(media_type="text/html"))
    return "\n".join(("▸ " if block.row else "") + block.text.replace("\t", "→") for block in page.blocks)
