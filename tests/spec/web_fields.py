"""The label-value pairs of a page, by their origin."""

from gongwen.options import Options
from gongwen.readers import read_page

DOCUMENT = "<div id='zoom'><p>现将有关事项通知如下，请认真贯彻执行。</p></div>"


def observe(given: str) -> dict[str, str]:
    page, _ = read_page((given + DOCUMENT).encode(), Options(media_type="text/html"))
    return {field.origin: field.value for field in page.fields}
