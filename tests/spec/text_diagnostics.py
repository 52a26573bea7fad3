"""Codes of the diagnostics about the text, with the text each points at."""

import gongwen

CODES = (
    "mojibake replacement_characters private_use_character pinyin_ruby placeholder characters_lost".split()
)


def observe(given: str) -> str:
    notice = gongwen.parse(given)
    return " ".join(
        f"{doubt.code}:{notice.text[slice(*doubt.span)]}"
        for doubt in notice.diagnostics
        if doubt.code in CODES and doubt.span
    )
