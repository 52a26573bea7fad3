"""The order of work of a timeline, and of the comparison of two folders, on one screen.

notices → series → topics, figures, phrases → Timeline
notices of both sides → series of each → the latest of each side → Comparisons
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongwen.comparison.assembly import compare, party_of
from gongwen.contract import Diagnostic, Generator, Notice, Severity
from gongwen.contract.timeline import (
    COMPARISONS,
    FORMAT,
    Alone,
    Comparisons,
    Moment,
    Series,
    SeriesComparison,
    Timeline,
    Turns,
)
from gongwen.timelines.figures import figures_of
from gongwen.timelines.phrases import Counts
from gongwen.timelines.series import Run, date_of, labels_of, runs_of
from gongwen.timelines.topics import topics_of
from gongwen.version import VERSION

GENERATOR = Generator(name="gongwen", version=VERSION)


def timeline(notices: Iterable[Notice]) -> Timeline:
    """What becomes of topics, figures and phrases over the notices of each body and kind.

    The order of the notices given does not matter. Phrases are cut into words by jieba, whose dictionary takes a
    second to load.
    """
    runs = runs_of(notices)
    return Timeline(
        format=FORMAT,
        generator=GENERATOR,
        series=[_series(number, run) for number, run in enumerate(runs, 1)],
        diagnostics=_diagnose(runs),
    )


def compare_all(old: Iterable[Notice], new: Iterable[Notice]) -> Comparisons:
    """Two folders or lists of notices: each series compared once, by its latest notice on each side.

    Whatever has no counterpart is listed with the reason.
    """
    left, right = list(old), list(new)
    ours = {id(notice) for notice in left}
    made: list[SeriesComparison] = []
    alone: tuple[list[Alone], list[Alone]] = ([], [])
    for run in runs_of([*left, *right], each_once=False):  # one source on both sides counts as two notices
        here = [notice for notice in run.notices if id(notice) in ours]
        there = [notice for notice in run.notices if id(notice) not in ours]
        if here and there:
            made.append(_compared(run, here[-1], there[-1]))
        for side, mine, others in ((0, here, there), (1, there, here)):
            rest = mine[:-1] if others else mine
            alone[side].extend(
                Alone(party=party_of(notice), reason="not_the_latest" if others else "no_partner")
                for notice in rest
            )
    return Comparisons(
        format=COMPARISONS, generator=GENERATOR, series=made, left_alone=alone[0], right_alone=alone[1]
    )


def _compared(run: Run, old: Notice, new: Notice) -> SeriesComparison:
    key = run.key
    return SeriesComparison(
        issuer=key.issuer,
        kind=key.kind,
        profile=key.profile,
        subject=key.subject,
        comparison=compare(old, new),
    )


def _series(number: int, run: Run) -> Series:
    counts = Counts(run.notices)
    labels = labels_of(run.notices)
    return Series(
        id=f"s{number}",
        issuer=run.key.issuer,
        kind=run.key.kind,
        profile=run.key.profile,
        subject=run.key.subject,
        notices=[
            _moment(notice, labels[at], counts.lengths[at], counts.turns(at))
            for at, notice in enumerate(run.notices)
        ],
        topics=topics_of(run.notices),
        figures=figures_of(run.notices),
        phrases=counts.phrases(),
    )


def _moment(notice: Notice, label: str, characters: int, turns: Turns) -> Moment:
    issuers = notice.metadata.issuers
    return Moment(
        id=notice.id,
        uri=notice.source.uri,
        title=notice.title,
        issuer=issuers[0].value if issuers else None,
        date=date_of(notice),
        label=label,
        characters=characters,
        phrases=turns,
    )


def _diagnose(runs: Sequence[Run]) -> list[Diagnostic]:
    """A series of one notice shows no development; a notice without a date is placed by its name."""
    return [
        *(_doubt("series_of_one", "info", run.notices[0]) for run in runs if len(run.notices) == 1),
        *(
            _doubt("order_unknown", "warning", notice)
            for run in runs
            if len(run.notices) > 1
            for notice in run.notices
            if date_of(notice) is None
        ),
    ]


SAYS = {
    "series_of_one": "no other notice is of the same body and kind",
    "order_unknown": "neither date nor year is known; it stands before all others",
}


def _doubt(code: str, severity: Severity, notice: Notice) -> Diagnostic:
    name = notice.source.uri or notice.title or notice.id
    return Diagnostic(code=code, severity=severity, message=f"{name}: {SAYS[code]}", span=None)
