"""One core, many ways to run it: the same bytes from all."""

from __future__ import annotations

import gzip
import json
import os
import signal
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from batches import folder, notices, page, processes, run, search_path, text, tree, write

from gongwen.batch import Progress, Settings


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 40, empty="")
    settings = Settings(to=("json", "jsonl", "jsonl.gz", "jsonl.zst", "parquet", "csv", "xlsx"))
    for jobs in (1, 3):
        run(source, tmp_path / f"out{jobs}", replace(settings, jobs=jobs))
    one = tree(tmp_path / "out1")
    assert one == tree(tmp_path / "out3")
    lines = one["notices.jsonl"]
    assert gzip.decompress(one["notices.jsonl.gz"]) == lines
    assert [json.loads(line)["source"]["uri"] for line in lines.splitlines()] == sorted(
        notice["source"]["uri"] for notice in notices(tmp_path / "out1").values()
    )


def test_a_zstandard_file_holds_the_same_lines(tmp_path: Path) -> None:
    import zstandard

    run(folder(tmp_path / "in", 40), tmp_path / "out", Settings(to=("jsonl", "jsonl.zst"), jobs=1))
    made = tree(tmp_path / "out")
    reader = zstandard.ZstdDecompressor().stream_reader(made["notices.jsonl.zst"], read_across_frames=True)
    assert reader.read() == made["notices.jsonl"]


def test_ray_gives_the_same_bytes_though_an_actor_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = {f"slow{n}": text(n) + "#SLEEP 0.1#" for n in range(40)}
    source = folder(tmp_path / "in", 40, empty="", dies=text(1) + "#DIE SIGSEGV#", **slow)
    monkeypatch.setenv("PYTHONPATH", search_path())
    settings = Settings(to=("json", "jsonl"), jobs=2, parser="faulty:parse")
    run(source, tmp_path / "local", settings)
    killed: list[int] = []

    def kill_one(_: Progress) -> None:
        if not killed and (actors := processes("ray::KeeperActor")):
            killed.append(actors[0])
            os.kill(killed[0], signal.SIGKILL)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ray

        try:
            run(source, tmp_path / "ray", replace(settings, engine="ray"), on_progress=kill_one)
        finally:
            ray.shutdown()
    assert killed
    assert tree(tmp_path / "local") == tree(tmp_path / "ray")
    assert len(tree(tmp_path / "ray")) == 82


def test_a_datatrove_pipeline_writes_the_same_lines(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from datatrove.executor import LocalPipelineExecutor
        from datatrove.pipeline.readers import JsonlReader
        from datatrove.pipeline.writers import JsonlWriter

        from gongwen.batch.datatrove_step import Notices, notice_alone

        rows = [{"text": page(n), "id": f"{n}.html"} for n in range(12)] + [{"text": "\0", "id": "empty"}]
        write(tmp_path / "in/rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        for row in rows[:12]:
            write(tmp_path / "pages" / row["id"], row["text"])
        pipeline = [
            JsonlReader(str(tmp_path / "in")),
            Notices(exclusion_writer=JsonlWriter(str(tmp_path / "failed"), compression=None)),
            JsonlWriter(str(tmp_path / "out"), compression=None, adapter=notice_alone),
        ]
        LocalPipelineExecutor(pipeline, tasks=1, logging_dir=str(tmp_path / "logs")).run()
    (failed,) = (tmp_path / "failed").glob("*.jsonl")
    assert json.loads(failed.read_text("utf-8"))["metadata"]["filter_reason"] == "source_empty"
    (made,) = (tmp_path / "out").glob("*.jsonl")
    from gongwen import parse

    assert made.read_text("utf-8").splitlines() == [
        parse(row["text"], row["id"]).to_json() for row in rows[:12]
    ]


def test_a_function_from_batch_to_batch(tmp_path: Path) -> None:
    import pyarrow as pa

    from gongwen import OptionError, parse
    from gongwen.batch.arrow_batches import (
        convert_batch,
        convert_batches,
        convert_table,
        notices_of,
        schema_of,
    )

    batch = pa.RecordBatch.from_pylist(
        [{"url": "a", "html": page(1)}, {"url": "b", "html": ""}, {"url": "c", "html": None}]
    )
    made = convert_batch(batch)
    assert made.schema == schema_of(batch.schema)
    assert made.column("notice").to_pylist() == [parse(page(1), "a").to_json(), None, None]
    assert made.column("error_code").to_pylist() == [None, "source_empty", "source_empty"]
    assert list(convert_batches([batch, batch])) == [made, made]
    assert convert_table(pa.Table.from_batches([batch])).to_batches() == [made]
    assert notices_of(batch.column("html")).to_pylist()[0] == parse(page(1)).to_json()
    with pytest.raises(OptionError):
        convert_batch(batch, "nothing")


def test_duckdb_calls_it(tmp_path: Path) -> None:
    import duckdb

    from gongwen import parse
    from gongwen.batch.arrow_batches import notices_of

    with duckdb.connect() as connection:
        connection.create_function("notice_of", notices_of, ["VARCHAR"], "VARCHAR", type="arrow")
        connection.execute("CREATE TABLE pages AS SELECT ? AS html", [page(3)])
        assert connection.execute("SELECT notice_of(html) FROM pages").fetchone() == (
            parse(page(3)).to_json(),
        )


@pytest.mark.parametrize(
    "settings", [Settings(to=("word",)), Settings(engine="cloud")], ids=["sink", "engine"]
)
def test_what_there_is_not_is_said(tmp_path: Path, settings: Settings) -> None:
    from gongwen import OptionError

    with pytest.raises(OptionError, match="is none of"):
        run(folder(tmp_path / "in", 1), tmp_path / "out", settings)
