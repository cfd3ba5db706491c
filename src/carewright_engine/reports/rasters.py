"""Charts as pictures made of dots, for word processors that show no drawings.

Dots take longer than the whole analysis behind them. Of many charts a second process, which is
this file by itself, draws every other one on the machine's second core.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, cast

import resvg_py

ZOOM: Final = 1.5  # dots for one of the drawing's units: some 160 to the inch on paper
WORTH_A_SECOND: Final = 12  # with fewer charts than this a second process starts too late
PNG: Final = b"\x89PNG\r\n\x1a\n"


def as_png(svgs: Sequence[str]) -> list[bytes]:
    """Each drawing as a PNG on white; the same drawings give the same bytes."""
    if len(svgs) < WORTH_A_SECOND:
        return [_png(svg) for svg in svgs]
    with tempfile.TemporaryFile() as drawn:
        second = _second_process(svgs[1::2], drawn)
        ours = [_png(svg) for svg in svgs[::2]]
        theirs = _drawn_by(second, drawn)
    if len(theirs) != len(svgs) // 2:  # no second process may be started here, or it was ended
        theirs = [_png(svg) for svg in svgs[1::2]]
    pictures = [b""] * len(svgs)
    pictures[::2], pictures[1::2] = ours, theirs
    return pictures


def _png(svg: str) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, background="white"))


def _second_process(svgs: Sequence[str], drawn: IO[bytes]) -> subprocess.Popen[bytes] | None:
    words = [sys.executable, "-I", str(Path(__file__))]
    try:
        second = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=drawn)  # noqa: S603 - ours
    except OSError:
        return None
    with suppress(BrokenPipeError), cast(IO[bytes], second.stdin) as asked:
        asked.write(json.dumps(list(svgs)).encode())
    return second


def _drawn_by(second: subprocess.Popen[bytes] | None, drawn: IO[bytes]) -> list[bytes]:
    if second is None or second.wait() != 0:
        return []
    drawn.seek(0)
    return _apart(drawn.read())


def _apart(content: bytes) -> list[bytes]:
    """Pictures that follow each other, each behind its length in eight bytes."""
    pictures, start = [], 0
    while start < len(content):
        end = start + 8 + int.from_bytes(content[start : start + 8], "big")
        pictures.append(content[start + 8 : end])
        start = end
    return pictures if all(picture.startswith(PNG) for picture in pictures) else []


def _draw_what_is_asked() -> None:
    for svg in json.load(sys.stdin):
        picture = _png(svg)
        sys.stdout.buffer.write(len(picture).to_bytes(8, "big") + picture)


if __name__ == "__main__":
    _draw_what_is_asked()
