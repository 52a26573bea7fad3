"""A step of a datatrove pipeline: documents with pages or texts in, notices out.

    pipeline = [
        WarcReader("s3://crawl/"),
        Notices(exclusion_writer=JsonlWriter("failures/")),
        JsonlWriter("notices/", adapter=notice_alone),
    ]
    SlurmPipelineExecutor(pipeline=pipeline, tasks=1000, ...).run()

Each task of the executor parses in its own process, without the limits of time and memory that the local engine has.
Needs the extra `datatrove`.
"""

from __future__ import annotations

import contextlib
import json
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from gongwen.batch.arrow_batches import notice_or_failure
from gongwen.options import Options

NOTICE = "notice"


class Notices(PipelineStep):  # type: ignore[misc, unused-ignore]
    """Replaces the text of each document by the notice's, and puts its JSON into `metadata["notice"]`.

    The uri is `metadata["url"]`, else the document's id. A document that is no notice goes to `exclusion_writer` with
    `metadata["filter_reason"]`, its code, and is counted as `dropped_CODE`.
    """

    name = "公文 Notices"
    type = "🛠️ - EXTRAC"

    def __init__(self, options: Options | None = None, exclusion_writer: DiskWriter | None = None) -> None:
        super().__init__()
        self.options = options
        self.exclusion_writer = exclusion_writer

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Documents in, documents out; see the class."""
        with self.exclusion_writer or contextlib.nullcontext() as writer:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    failed = self._replace(document)
                if failed is None:
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update(StatHints.dropped, f"dropped_{failed}")
                if writer is not None:
                    document.metadata["filter_reason"] = failed
                    writer.write(document, rank)

    def _replace(self, document: Document) -> str | None:
        uri = document.metadata.get("url") or document.id
        notice, code, _ = notice_or_failure(document.text, uri, self.options)
        if notice is None:
            return code
        document.text = notice.text
        document.metadata[NOTICE] = notice.to_json()
        return None


def notice_alone(writer: DiskWriter, document: Document) -> dict[str, Any]:
    """For `JsonlWriter(adapter=...)`: each line is a notice and nothing else, as `gongwen convert --to jsonl` writes."""
    notice: dict[str, Any] = json.loads(document.metadata[NOTICE])
    return notice
