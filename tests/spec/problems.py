"""A heading without its marker: the problem, and whether the heading names one at all."""

from typing import Any

from gongwen.profiles.rectification.issues import problems
from gongwen.rules.text.characters import fold


def observe(given: str) -> Any:
    folded = fold(given)
    problem = problems.read(folded, 0, len(folded))
    return {
        "problem": given[problem.start : problem.end],
        "area": problem.area,
        "names": problems.names_problem(folded, 0, len(folded)),
    }
