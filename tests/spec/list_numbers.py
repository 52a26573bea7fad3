"""Each number in a form."""

from gongwen.readers.list_numbers import list_number


def observe(given: str) -> list[str]:
    form, *numbers = given.split()
    return [list_number(int(number), form) for number in numbers]
