"""Tables arriving in chunks of any size, regrouped so that a group has the same rows wherever the chunks end.

chunk 1: 1,500 documents   chunk 2: 900 documents   ->   2,000 documents, 400 documents
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from gongwen.tabular.columns import TABLES

GROUP_ROWS = 50_000
WIDE = {"documents": 2_000, "sections": 20_000, "issues": 20_000, "measures": 20_000}
"""Tables with long texts: so many rows are some tens of megabytes."""


def row_groups(chunks: Iterable[Mapping[str, pa.Table]]) -> Iterator[tuple[str, pa.Table]]:
    """Each group with the name of its table. All groups of a table but the last have the same number of rows."""
    held: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
    rows = dict.fromkeys(TABLES, 0)
    for chunk in chunks:
        for name, table in chunk.items():
            if not table.num_rows:
                continue
            held[name].append(table)
            rows[name] += table.num_rows
            size = WIDE.get(name, GROUP_ROWS)
            if rows[name] >= size:
                whole = pa.concat_tables(held[name])
                cut = whole.num_rows - whole.num_rows % size
                for start in range(0, cut, size):
                    yield name, whole.slice(start, size).combine_chunks()
                held[name] = [whole.slice(cut).combine_chunks()]
                rows[name] -= cut
    for name, parts in held.items():
        rest = pa.concat_tables(parts) if parts else None
        if rest is not None and rest.num_rows:
            yield name, rest.combine_chunks()
