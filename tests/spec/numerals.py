"""The value of a Chinese numeral; `null` for what is none."""

from gongwen.rules.numerals import chinese_number


def observe(given: str) -> int | None:
    return chinese_number(given)
