"""Every diagnostic: its code, severity, meaning, an example and what to do.

The page `docs/diagnostics.md` and `gongwen explain CODE` are made from this table; a test ensures that every code
that a stage emits is listed here.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One row of the table."""

    severity: str
    """`info`: worth knowing; `warning`: the source looks wrong; `error`: a part of the result can't be trusted."""
    what: str
    why: str
    example: str
    advice: str


CODES: dict[str, Code] = {
    # ------------------------------------------------------------------------------ numbering
    "gap": Code(
        "warning",
        "A number is missing between two neighbours of a list.",
        "Items are cut when notices are edited for publication, or a marker is too damaged to be seen.",
        "（二）…… then （四）……",
        "Printed numbers are kept. Look at the text before the span for an item that lost its marker.",
    ),
    "duplicate": Code(
        "warning",
        "Two neighbours of a list bear the same number.",
        "A slip of the source; the second item is kept with its printed number.",
        "（二）…… then （二）……",
        "Tell the two apart by their id, which is the place in the tree, not by the printed number.",
    ),
    "backwards": Code(
        "warning",
        "A number is lower than the one before it in the same list.",
        "Items were moved without being renumbered.",
        "3. …… then 2. ……",
        "The order of the text is kept; sort by ordinal if you want the printed order.",
    ),
    "ocr_uncertain": Code(
        "warning",
        "A line of a picture was recognised with doubt.",
        "A stamp over the text, a blurred scan, handwriting.",
        "江|晤市水利局, confidence 0.71",
        "Look at the page; its text stands in the notice as it was recognised.",
    ),
    "restart": Code(
        "info",
        "A list begins anew with 1 under the same parent.",
        "Two lists stand one after the other without a heading between them.",
        "一是……二是…… then 一是……",
        "Nothing, unless you count items: they belong to two lists.",
    ),
    "starts_late": Code(
        "warning",
        "A list does not begin with 1 and goes on from none.",
        "The beginning was cut off, or stands in an earlier document.",
        "A text that opens with （三）……",
        "Check whether the source is an excerpt.",
    ),
    "continued_across_parent": Code(
        "info",
        "The numbers of a list go on from the list under the previous parent.",
        "Rectification notices number their issues through all themes; rules number articles through chapters.",
        "（一） 1. 2. （二） 3. 4.",
        "Nothing. The number is the printed one; the place among its siblings is the last part of the id.",
    ),
    "skipped_level": Code(
        "info",
        "A level of GB/T 9704-2012 (一、 （一） 1. （1）) is skipped.",
        "Short notices go from 一、 to 1. at once.",
        "一、…… then 1.……",
        "Nothing. Depth is the depth in this document.",
    ),
    "missing_dot": Code(
        "warning",
        "A marker stands without its point.",
        "A slip of the source. It was taken for a marker because its neighbours are in sequence.",
        "13.…… 14针对…… 15.……",
        "Check the section if its number matters.",
    ),
    "extra_point": Code(
        "info",
        "A bracketed marker bears a point that it should not have (GB/T 15834-2011 B.3.4).",
        "A common slip.",
        "（一）、加强领导",
        "Nothing.",
    ),
    "mixed_brackets": Code(
        "info",
        "The two brackets of a marker are of different width.",
        "A slip of the keyboard.",
        "（三)定期调度",
        "Nothing.",
    ),
    "confusable_marker": Code(
        "warning",
        "A marker is written with a look-alike: katakana ー for 一, l or I for 1, - for 一.",
        "Scanners and input methods do this. It was accepted because the sequence supports it.",
        "ー、总体要求",
        "Check the section if its number matters.",
    ),
    "synthetic_marker": Code(
        "info",
        "A number that the page shows by style alone was written into the text.",
        "An HTML list (`<ol>`) numbers its items without any character in the source.",
        "<ol><li>加强学习</li></ol> becomes 1.加强学习",
        "`blocks[].origin.synthetic` says how many characters were added.",
    ),
    "deep_nesting": Code(
        "warning",
        "Elements of the page are nested too deeply and were flattened.",
        "Damaged or hostile markup.",
        "100,000 open <div>",
        "Look at the page; its text is kept in order.",
    ),
    # ------------------------------------------------------------------------------ values
    "unresolved_date": Code(
        "info",
        "A date names a day or month whose year nothing in the notice tells.",
        "The notice has neither 成文日期 nor 发布日期, and no year stands near.",
        "6月底前 in a text without any year",
        "Resolve it by what you know of the source.",
    ),
    "characters_lost": Code(
        "warning",
        "Characters were lost from a date or a document number: 年, 月 or 〕 is missing between the digits.",
        "Converters drop nested tags, and 年月 with them; fonts without a map lose brackets.",
        "201944日至615日",
        "Where one reading alone is possible the date is resolved; compare it with the source.",
    ),
    "sum_mismatch": Code(
        "warning",
        "Parts do not add up to the total that the same sentence gives.",
        "A slip, or parts that the sentence does not name.",
        "反馈问题30个，已完成20个，正在整改8个",
        "Do not compute a rate from these numbers before you have checked them.",
    ),
    "rate_mismatch": Code(
        "warning",
        "A rate is not that of the two numbers that stand beside it.",
        "A slip, or a rate over another total.",
        "25个问题已整改19个，整改率86%",
        "Check which of the three numbers is wrong.",
    ),
    "placeholder": Code(
        "warning",
        "The text holds placeholders where values should be.",
        "A template was published, or figures were taken out.",
        "突破X亿元, 202x年, 4月XX日",
        "Values of such places are left out, not guessed.",
    ),
    # ------------------------------------------------------------------------------ parts and metadata
    "no_title": Code(
        "warning",
        "No title was found.",
        "The source is an excerpt or a bare speech.",
        "A text that opens with 各位代表：",
        "Give the title from where you have the source.",
    ),
    "metadata_contradiction": Code(
        "warning",
        "The page says something else of the notice than its text does, or that it was published before it was signed.",
        "Meta tags are filled in by hand, often by copying another page. The text wins.",
        "meta ArticleTitle names another notice; the table's 发文字号 differs from the line under the title",
        "Both values are named in the message.",
    ),
    "hidden_body": Code(
        "info",
        "Text that the page does not show was read as the document, or as part of it.",
        "A script of the page shows it: 展开全文, the content of a WeChat page, a string that is written into it.",
        '<div id="js_content" style="visibility: hidden">',
        "Nothing; compare with the page if its text matters.",
    ),
    "pages_without_text": Code(
        "warning",
        "Pages of a PDF hold no text beside pages that do.",
        "They were scanned, or hold a picture of a table.",
        "no text of page 2",
        'Recognise the file with `ocr="always"`, or look at those pages.',
    ),
    "no_body": Code(
        "warning",
        "A page shows a title and no text below it.",
        "Its text is a picture, a PDF in a frame, or is fetched by a script.",
        '<h1>关于……的通知</h1><iframe src="notice.pdf">',
        "Fetch the file that the page shows, or save the page from a browser.",
    ),
    "no_text": Code(
        "error",
        "The source holds no text of a notice.",
        "A page whose text is loaded by a script, or an empty template.",
        "<html><body><div id='app'></div></body></html>",
        "Fetch the page with a browser, or look for the document that it loads.",
    ),
    "issue_without_status": Code(
        "info",
        "An issue has no status though others of the notice have one.",
        "The status line is missing or is worded in a way that is not known.",
        "18 issues, 17 lines 整改完成情况：……",
        "Read the issue; report the wording if it is a status.",
    ),
    "count_mismatch": Code(
        "info",
        "A sentence announces more or fewer items than follow.",
        "A slip, or items that stand elsewhere.",
        "共有5个方面问题：1.…… 2.…… 3.……",
        "Count the children of the section rather than trust the announcement.",
    ),
    # ------------------------------------------------------------------------------ text
    "encoding_contradicts_declaration": Code(
        "info",
        "The page declares one encoding and is written in another.",
        "Templates are copied; the bytes decide.",
        "charset=gb2312 on a page in UTF-8",
        "Nothing.",
    ),
    "undecodable_bytes": Code(
        "error",
        "Some bytes are of no character of the encoding; they stand as U+FFFD.",
        "A file cut in the middle, or mixed encodings.",
        "A GB18030 page that ends after the first byte of a character",
        "Fetch the page again.",
    ),
    "undecodable_characters": Code(
        "warning",
        "Lone surrogates, which are no characters, stand as U+FFFD.",
        "The text went through a program that splits characters beyond U+FFFF.",
        "\\ud842 without its second half",
        "Fetch the page again.",
    ),
    "mojibake": Code(
        "error",
        "A stretch of the text was decoded with the wrong encoding before it came here.",
        "Pages are copied from site to site as text.",
        "ㄈ┯嘘P(guān)要求, 宸ヤ綔鎶ュ憡",
        "Look for the page at its issuer; nothing is repaired.",
    ),
    "replacement_characters": Code(
        "warning",
        "The source itself holds U+FFFD where characters were.",
        "It was decoded with errors before it came here.",
        "巡\ufffd组",
        "Look for a better copy.",
    ),
    "private_use_character": Code(
        "warning",
        "A character has no meaning outside the font it was made for.",
        "Old systems kept points and rare characters in private code points.",
        "身高低于1\ue0104米",
        "Look at the page with its own font.",
    ),
    "pinyin_ruby": Code(
        "info",
        "Pinyin in brackets stands between the characters.",
        "Spam copies add it against plain text search.",
        "国务院办(ban)公厅",
        "Prefer the issuer's own page.",
    ),
    # ------------------------------------------------------------------------------ comparisons
    "same_source": Code(
        "info",
        "A notice was compared with itself: both sources are the same, byte for byte.",
        "One file was named twice, or a page was stored under two names.",
        "gongwen compare 2022.html 2022-copy.html",
        "Name the other notice.",
    ),
    "different_kinds": Code(
        "warning",
        "The two notices are of different kinds (文种).",
        "A report was compared with a decision, or the kind of one was read wrongly.",
        "a 通报 with a 办法",
        "Compare notices of one kind; what both say word for word is still found.",
    ),
    "different_bodies": Code(
        "info",
        "The two notices are by different bodies (机关).",
        "Two bodies are held side by side on purpose, or a body was renamed or merged.",
        "江临市水利局 with 江临市医疗保障局",
        "Nothing; but no problem of one is called recurring in the other.",
    ),
    "nothing_to_compare": Code(
        "warning",
        "A notice has no sections, so that all of the other was added or removed.",
        "The source holds a title and little else, or its text lies in an attachment.",
        "a page that shows only 关于……的通知 and a link to a file",
        "Compare the attachment, or look for the page with the text.",
    ),
    "nothing_in_common": Code(
        "warning",
        "No section, issue or measure of one notice is like any of the other.",
        "The two are about different matters.",
        "a work report with a recruitment announcement",
        "Check that the right files were named.",
    ),
    "series_of_one": Code(
        "info",
        "No other notice of a timeline is of the same body and kind.",
        "The others of its years were not given, or its body is named so that nothing tells it is the same.",
        "one work report among the rectification notices of a city",
        "Give the other years; `issuer` of the series says how the body was read.",
    ),
    "order_unknown": Code(
        "warning",
        "Neither date nor year of a notice of a series is known.",
        "The notice bears no 成文日期, and its page, title and file name give no year.",
        "通报.txt with a signature and no date",
        "Put the year into the name of the file or of its folder.",
    ),
}
