"""A sentence without its stop: whether it is a verdict on an issue and nothing else."""

from gongwen.rules.outcomes import verdicts
from gongwen.rules.text.characters import fold


def observe(given: str) -> bool:
    return verdicts.is_verdict(fold(given))
