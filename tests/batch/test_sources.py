"""Ways in: what is found, what it is called, what is refused."""

from __future__ import annotations

import csv
import gzip
import io
import json
import stat
import sys
import tarfile
import uuid
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from batches import failures, folder, notices, page, run, text, tree, write

import gongwen
from gongwen.batch import Choice, Settings, Sources
from gongwen.batch.sources.archives import ARCHIVES
from gongwen.batch.sources.rows import ROWS


def found(*inputs: Path | str, **choice: object) -> dict[str, str]:
    """What is found, as uri and target; trouble as its code."""
    items = Sources([str(name) for name in inputs], Choice(**choice))  # type: ignore[arg-type]
    return {item.uri: item.trouble[0] if item.trouble else item.target for item in items}


def names(items: Iterable[str]) -> list[str]:
    return [uri.rsplit("/", 1)[-1] for uri in items]


# ------------------------------------------------------------------ folders


def test_a_folder_is_read_in_order_and_mirrored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "b/x.html",
        "b/a/y.txt",
        "a/x.html",
        "z.md",
        "a/picture.png",
        ".git/x.html",
        "b/.hidden.html",
    ):
        write(tmp_path / "in" / name, text(1))
    monkeypatch.chdir(tmp_path)
    assert found("in") == {
        "in/z.md": "z",
        "in/a/x.html": "a/x",
        "in/b/x.html": "b/x",
        "in/b/a/y.txt": "b/a/y",
    }
    assert found("in/a", "in/b/x.html") == {"in/a/x.html": "a/x", "in/b/x.html": "b/x"}
    assert found("in/a/x.html") == {"in/a/x.html": "x"}


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    assert len(list(Sources([str(source), str(source / "2020"), str(source / "2020/0000.txt")]))) == 6
    assert len(list(Sources([str(source / "2020"), str(source)]))) == 6


def test_equal_names_never_collide(tmp_path: Path) -> None:
    for name in (
        "a.html",
        "a.txt",
        "A.md",
        "a-2.htm",
        "sub/a.html",
        "summary.html",
        "errors.txt",
        "a.json/b.txt",
    ):
        write(tmp_path / "in" / name, text(1) + name)
    targets = [item.target for item in Sources([str(tmp_path / "in")])]
    assert len({target.casefold() for target in targets}) == 8
    assert run(tmp_path / "in", tmp_path / "out").converted == 8
    assert len(notices(tmp_path / "out")) == 8


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"include": ("*.html",)}, ["a.html", "c.html"]),
        ({"include": ("old/*",)}, ["b.txt", "c.html"]),
        ({"exclude": ("*.txt",)}, ["a.html", "c.html"]),
        ({"exclude": ("old",)}, ["a.html"]),
        ({"include": ("*.html", "*.data"), "exclude": ("old/c*",)}, ["a.html", "d.data"]),
    ],
    ids=str,
)
def test_globs_choose(tmp_path: Path, choice: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    for name in ("a.html", "old/b.txt", "old/c.html", "d.data"):
        write(tmp_path / "in" / name, text(1))
    assert sorted(names(found(tmp_path / "in", **choice))) == expected


def test_a_list_of_paths_and_a_document_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "in", 3)
    monkeypatch.chdir(tmp_path)
    write(Path("list.txt"), "in/2020/0000.txt\n\nin/2021\nin/nothing.txt\n/../in/2022/0002.txt\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text(9).encode())))
    items = {item.uri: item for item in Sources(["-"], Choice(from_list="list.txt"))}
    assert items["-"].raw == text(9).encode()
    assert items["in/nothing.txt"].trouble[0] == "source_missing"
    assert {uri: items[uri].target for uri in ("in/2020/0000.txt", "in/2021/0001.html")} == {
        "in/2020/0000.txt": "in/2020/0000",
        "in/2021/0001.html": "in/2021/0001",
    }
    monkeypatch.setattr(sys, "stdin", io.StringIO("in/2020/0000.txt\n"))
    assert len(list(Sources([], Choice(from_list="-")))) == 1


# ------------------------------------------------------------------ archives

UNSAFE = ("../../out.txt", "/etc/out.txt", "C:/out.txt", "a/../../out.txt", "..\\out.txt")


def zipped(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def tarred(path: Path, members: dict[str, bytes | str], *special: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w:gz" if path.name.endswith("gz") else "w") as archive:
        for name, content in members.items():
            raw = content if isinstance(content, bytes) else content.encode()
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
        for member in special:
            archive.addfile(member)
    return path


@pytest.mark.parametrize("name", [*ARCHIVES, *ROWS])
def test_what_is_opened_when_it_is_named_is_opened_in_a_folder(tmp_path: Path, name: str) -> None:
    file = write(tmp_path / f"in/pages{name}", "this is no such file\0")
    choice = {"column": "html"}
    assert set(found(tmp_path / "in", **choice).values()) == set(found(file, **choice).values())


def test_a_table_in_a_folder_is_read_where_a_column_is_named(tmp_path: Path) -> None:
    write(tmp_path / "in/pages.jsonl", json.dumps({"html": page(1)}))
    assert found(tmp_path / "in") == {}
    assert len(found(tmp_path / "in", column="html")) == 1


MEMBERS: dict[str, bytes | str] = {"2020/a.txt": text(1), "2021/a.html": page(2), "picture.png": b"\x89PNG"}


@pytest.mark.parametrize(
    "make", [(zipped, "n.zip"), (tarred, "n.tar"), (tarred, "n.tar.gz")], ids=lambda make: make[1]
)
def test_an_archive_is_read_like_a_folder(tmp_path: Path, make: tuple) -> None:
    archive = make[0](tmp_path / make[1], MEMBERS)
    assert found(archive) == {
        f"{archive}!2020/a.txt": f"{archive.name}/2020/a",
        f"{archive}!2021/a.html": f"{archive.name}/2021/a",
    }
    assert [item.raw for item in Sources([str(archive)])] == [text(1).encode(), page(2).encode()]


def test_names_in_a_zip_that_says_nothing_of_gbk(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "n.zip", {"AAAA.txt": text(1)})
    archive.write_bytes(archive.read_bytes().replace(b"AAAA", "通知".encode("gb18030")))
    assert found(archive) == {f"{archive}!通知.txt": "n.zip/通知"}


def test_names_that_lead_out_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "deep/in"
    source.mkdir(parents=True)
    for make, name in ((zipped, "n.zip"), (tarred, "n.tar.gz")):
        make(source / name, {**dict.fromkeys(UNSAFE, text(1)), "good.txt": text(2)})
    run(source, tmp_path / "deep/out/here")
    assert list(failures(tmp_path / "deep/out/here").values()) == ["archive_unsafe_name"] * len(UNSAFE) * 2
    assert len(notices(tmp_path / "deep/out/here")) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"deep"}
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"in", "out"}
    assert {path.name for path in (tmp_path / "deep/out").iterdir()} == {"here"}


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    link, device = tarfile.TarInfo("link.txt"), tarfile.TarInfo("device.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type = tarfile.CHRTYPE
    assert list(found(tarred(tmp_path / "n.tar", {"a.txt": text(1)}, link, device)).values()) == [
        "n.tar/a", "archive_link", "archive_link",
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "n.zip", "w") as archive:
        member = zipfile.ZipInfo("link.txt")
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
    assert list(found(tmp_path / "n.zip").values()) == ["archive_link"]


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    zeros = bytes(30 * 1024 * 1024)
    assert list(found(zipped(tmp_path / "n.zip", {"bomb.txt": zeros, "b.txt": text(1)})).values()) == [
        "archive_bomb", "n.zip/b",
    ]  # fmt: skip
    large = zipped(tmp_path / "large.zip", {"large.txt": bytes(1000) + zeros})
    assert list(found(large, max_bytes=1024).values()) == ["source_too_large"]


def test_in_a_batch_the_options_say_what_is_too_large(tmp_path: Path) -> None:
    rows = write(tmp_path / "rows.jsonl", json.dumps({"html": page(1)}))
    for least, largest, code in ((1, 10_000, []), (10_000, 1, ["source_too_large"])):
        settings = Settings(jobs=1, options=gongwen.Options(max_bytes=largest))
        run([str(rows)], tmp_path / "out", settings, choice=Choice(max_bytes=least))
        assert list(failures(tmp_path / "out").values()) == code


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "n.zip", {"lie.txt": b"x" * 100_000, "b.txt": text(1)})
    raw = archive.read_bytes()
    archive.write_bytes(raw.replace((100_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    assert list(found(archive).values()) == ["archive_broken", "n.zip/b"]


def test_an_archive_that_unpacks_to_too_much_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongwen.batch.sources.archive_members.HARMLESS_TOTAL", 1_000_000)
    monkeypatch.setattr("gongwen.batch.sources.archive_members.RATIO", 20)
    members: dict[str, bytes | str] = {f"{number}.txt": bytes(100_000) for number in range(40)}
    for archive in (zipped(tmp_path / "n.zip", members), tarred(tmp_path / "n.tar.gz", members)):
        codes = list(found(archive).values())
        assert codes[-1] == "archive_bomb"
        assert len(codes) < 15


def damaged(folder: Path) -> dict[str, str]:
    """One damaged file of each sort, with the code that is to be told of it."""
    members: dict[str, bytes | str] = {
        f"{number}.txt": text(number) * 3 + str(number) for number in range(12)
    }
    raw = zipped(folder / "a.zip", members).read_bytes()
    (folder / "a.zip").write_bytes(raw[:700] + bytes(50) + raw[750:])
    (folder / "b.zip").write_bytes(raw[: len(raw) // 2])
    for name in ("c.tar", "d.tar.gz"):
        path = tarred(folder / name, members)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    path = warc(folder / "e.warc.gz", 12)
    path.write_bytes(path.read_bytes()[:-1500])
    lines = "\n".join(json.dumps({"html": page(number)}) for number in range(40))
    packed = gzip.compress(lines.encode())
    write(folder / "f.jsonl.gz", packed[: len(packed) // 2])
    return {
        "a.zip": "archive_broken",
        "b.zip": "archive_broken",
        "c.tar": "archive_broken",
        "d.tar.gz": "archive_broken",
        "e.warc.gz": "archive_broken",
        "f.jsonl.gz": "rows_broken",
    }


def test_damage_in_the_middle_of_a_batch_costs_what_is_damaged(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 4)
    expected = damaged(source / "2021")
    run(source, tmp_path / "out", choice=Choice(column="html"))
    told = {
        uri.partition("!")[0].rsplit("/", 1)[-1]: code for uri, code in failures(tmp_path / "out").items()
    }
    assert told == expected
    made = [name.split("/")[1] for name in notices(tmp_path / "out") if name.startswith("2021/")]
    assert 10 <= made.count("a.zip") < 12
    assert made.count("b.zip") == 0
    assert 1 < made.count("c.tar") < 12
    assert 1 < made.count("d.tar.gz") < 12
    assert 8 < made.count("e.warc.gz") <= 12
    assert 1 < made.count("f.jsonl.gz") < 40
    assert len(notices(tmp_path / "out")) == len(made) + 3


# ------------------------------------------------------------------ crawls


def warc(path: Path, count: int) -> Path:
    """A crawl, as a crawler writes it: pages, a picture, a page that was not found."""

    def record(uri: str, status: str, media: str, body: bytes, encoding: str = "") -> bytes:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n".encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-07-09T01:30:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, uri)}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(body)}\r\n\r\n"
        )
        return gzip.compress(head.encode() + http + body + b"\r\n\r\n")

    records = [
        record(
            f"https://www.jianglin.example/{n}.html", "200 OK", "text/html; charset=utf-8", page(n).encode()
        )
        for n in range(count)
    ]
    records += [
        record("https://www.jianglin.example/a.png", "200 OK", "image/png", b"\x89PNG"),
        record("https://www.jianglin.example/b.html", "404 Not Found", "text/html", b"<p>404</p>"),
        record(
            "https://www.jianglin.example/c.html",
            "200 OK",
            "text/html",
            gzip.compress(page(99).encode()),
            "Content-Encoding: gzip\r\n",
        ),
    ]
    return write(path, b"".join(records))


def test_pages_of_a_crawl(tmp_path: Path) -> None:
    summary = run(warc(tmp_path / "crawl.warc.gz", 5), tmp_path / "out")
    made = notices(tmp_path / "out")
    assert summary.converted == 6
    assert summary.passed_over == {"(image/png)": 1, "(status 404)": 1}
    assert made["crawl.warc.gz/00000001.json"]["source"]["uri"] == "https://www.jianglin.example/0.html"
    assert made["crawl.warc.gz/00000008.json"]["text"] == gongwen.parse(page(99)).text


def test_each_iteration_counts_what_it_passes_over_anew(tmp_path: Path) -> None:
    sources = Sources([str(warc(tmp_path / "crawl.warc.gz", 1))])
    assert len(list(sources)) == len(list(sources)) == 2
    assert sources.passed_over == {"(image/png)": 1, "(status 404)": 1}


# ------------------------------------------------------------------ tables

ROWS = [
    {"url": f"https://www.jianglin.example/{n}", "body": text(n), "year": 2020 + n, "tags": ["安全"]}
    for n in range(3)
]


def table(path: Path) -> Path:
    if path.suffix == ".jsonl":
        return write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS))
    if path.suffix == ".csv":
        stream = io.StringIO()
        writer = csv.DictWriter(stream, list(ROWS[0]))
        writer.writeheader()
        writer.writerows({**row, "tags": json.dumps(row["tags"], ensure_ascii=False)} for row in ROWS)
        return write(path, stream.getvalue().encode("gb18030"))
    import pyarrow as pa
    import pyarrow.parquet as parquet

    parquet.write_table(pa.Table.from_pylist(ROWS), path)
    return path


def test_a_column_of_texts_and_the_others_as_fields(tmp_path: Path) -> None:
    names = ("n.jsonl", "n.csv", "n.parquet")
    paths = [table(tmp_path / name) for name in names]
    assert run([str(path) for path in paths], tmp_path / "out", choice=Choice(column="body")).converted == 9
    for path in paths:
        made = notices(tmp_path / "out")[f"{path.name}/00000002.json"]
        assert made["source"]["uri"] == f"{path}#2"
        assert made["source"]["fields"] == {"url": ROWS[1]["url"], "year": "2021", "tags": '["安全"]'}
        assert made["text"] == gongwen.parse(text(1)).text


def test_fields_stand_only_where_a_table_gave_some(tmp_path: Path) -> None:
    run(folder(tmp_path / "in", 1), tmp_path / "out")
    (made,) = notices(tmp_path / "out").values()
    assert "fields" not in made["source"]


def test_a_broken_row_costs_itself(tmp_path: Path) -> None:
    lines = [
        '{"html": "' + text(1).replace("\n", "\\n") + '"}',
        "{broken",
        "[1]",
        '{"html": 5}',
        '{"other": ""}',
        '{"text": ""}',
    ]
    path = write(tmp_path / "n.jsonl", "\n".join(lines))
    run(path, tmp_path / "out")
    assert list(failures(tmp_path / "out").values()) == [
        "row_broken", "row_broken", "row_without_text", "row_without_column", "source_empty",
    ]  # fmt: skip
    assert len(notices(tmp_path / "out")) == 1


def test_names_that_are_no_text_and_names_that_no_file_may_have(tmp_path: Path) -> None:
    raw = bytes(tmp_path) + b"/in/\xc4\xe3\xba\xc3.txt"
    write(tmp_path / "in/a.txt", text(1))
    Path(raw.decode("utf-8", "surrogateescape")).write_text(text(2), encoding="utf-8")
    write(tmp_path / f"in/{'长' * 80}.txt", text(3))
    write(tmp_path / "in/con.txt", text(4))
    assert run(tmp_path / "in", tmp_path / "out").converted == 4
    assert all(len(Path(name).name.encode()) < 240 for name in tree(tmp_path / "out"))


def test_rows_of_a_file_that_is_named_as_a_result(tmp_path: Path) -> None:
    path = write(tmp_path / "notices.jsonl", json.dumps({"html": page(1)}))
    assert run(path, tmp_path / "out", Settings(to=("json", "jsonl"), jobs=1)).converted == 1
    assert set(tree(tmp_path / "out")) == {"_notices.jsonl/00000001.json", "notices.jsonl"}


def test_a_list_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(gongwen.SourceError, match="no such list"):
        Sources([], Choice(from_list=str(tmp_path / "nothing.txt")))
