"""Names of files that a page offers for download: 报名表.docx, 课件.pptx, 名单.et (WPS), 说明.txt."""

from __future__ import annotations

import re

ENDINGS = "docx? xlsx? pptx? wps et dps pdf ofd txt zip rar 7z jpe?g png".split()
"""As patterns, in any case of letters."""
FILE = re.compile(rf"\.(?:{'|'.join(ENDINGS)})\b", re.IGNORECASE)
"""The ending of a file's name inside a line."""
ENDS_IN_FILE = re.compile(rf"\.(?:{'|'.join(ENDINGS)})\)?$", re.IGNORECASE)
ONLY_FILE = re.compile(rf"^[^。;:]{{1,80}}{ENDS_IN_FILE.pattern}", re.IGNORECASE)
"""A line that is nothing but a file's name."""
