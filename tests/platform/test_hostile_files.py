"""Files made to do harm are refused with a reason, in little memory, and work goes on (T12)."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document as Word

from carewright.platform.rules.files import refusal_of
from tests.factories import hostile
from tests.factories.hostile import FAMILIES, Hostile, hostile_files

EVERYTHING = bool(os.environ.get("CAREWRIGHT_FULL"))
HOW_MANY = 300 if EVERYTHING else 3 * len(FAMILIES)
MOST_MEGABYTES = 150


def refusal(name: str, content: bytes) -> str:
    return refusal_of(name, BytesIO(content), len(content))


@pytest.mark.parametrize("make", FAMILIES, ids=lambda make: make.__name__)
def test_each_kind_of_harm_is_refused_with_a_reason(make: hostile.Maker) -> None:
    for seed in range(HOW_MANY // len(FAMILIES)):
        name, content = make(random.Random(seed))
        words = refusal(name, content)
        assert words.endswith("."), (seed, name)
        assert len(words) > 20


@pytest.mark.slow
def test_all_of_them_pass_through_one_process_in_little_memory(
    tmp_path: Path, record_property: object
) -> None:
    tried = list(hostile_files(HOW_MANY))
    for number, each in enumerate(tried):
        write(tmp_path / f"{number:04}", each)
    good = Hostile("good", *honest()["docx"])
    write(tmp_path / "9999", good)
    said, peak = judged_apart(tmp_path)
    assert [tried[int(n)].family for n, words in said.items() if not words and n != "9999"] == []
    assert said["9999"] == "", "the same process still takes a good file in"
    assert peak / 1024 < MOST_MEGABYTES
    record_property("hostile files refused with a reason", len(tried))  # type: ignore[operator]


def write(folder: Path, each: Hostile) -> None:
    folder.mkdir()
    (folder / "name").write_text(json.dumps(each.name))
    (folder / "content").write_bytes(each.content)


APART = """
import json, pathlib, sys
from carewright.platform.rules.files.checking import refusal_of
said = {}
for folder in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    file = folder / "content"
    with file.open("rb") as content:
        name = json.loads((folder / "name").read_text())
        said[folder.name] = refusal_of(name, content, file.stat().st_size)
# Not what getrusage says, which counts whoever started this process as well.
status = pathlib.Path("/proc/self/status").read_text()
print(json.dumps([said, int(status.partition("VmHWM:")[2].split()[0])]))
"""


def judged_apart(folder: Path) -> tuple[dict[str, str], int]:
    """What a process of its own says of each file, and the most memory it used, in kB."""
    done = subprocess.run(
        [sys.executable, "-c", APART, str(folder)], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}, timeout=300,
    )  # fmt: skip
    said, peak = json.loads(done.stdout)
    return said, peak


def honest() -> dict[str, tuple[str, bytes]]:
    """A good file of every kind."""
    word, sheet = io.BytesIO(), io.BytesIO()
    written = Word()
    written.add_heading("Minutes", 1)
    written.add_paragraph("The board agreed. I'r dde o'r bont.")
    written.save(word)
    with xlsxwriter.Workbook(sheet) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Places", 12])
        page.write_formula(1, 1, "=SUM(B1:B1)")
    chance = random.Random(1)
    table = "name,figure,telephone\nA,-5,+44 20 7946 0000\nB,- not known,-1.5%\n"
    return {
        "docx": ("minutes.docx", word.getvalue()), "xlsx": ("return.xlsx", sheet.getvalue()),
        "open": hostile.open_document(chance), "pdf": ("a.pdf", hostile.pdf()),
        "png": ("a.png", hostile.png()), "jpg": ("a.jpg", hostile.jpeg()),
        "txt": ("Cofnodion 3 Mai.txt", "Bore da, £4.\n".encode()),
        "csv": ("a.csv", table.encode()), "bom": ("b.csv", b"\xef\xbb\xbf" + table.encode()),
    }  # fmt: skip


@pytest.mark.parametrize("kind", list(honest()))
def test_a_good_file_is_taken_in_and_left_at_its_beginning(kind: str) -> None:
    name, content = honest()[kind]
    file = BytesIO(content)
    assert refusal_of(name, file, len(content)) == ""
    assert file.read() == content


def test_a_link_on_a_page_is_no_harm() -> None:
    link = b'<Relationship Type="x/hyperlink" Target="https://a.example" TargetMode="External"/>'
    name, content = hostile.office(random.Random(1), {"word/_rels/document.xml.rels": link})
    assert refusal(name, content) == ""


def test_a_file_too_large_is_refused_unread() -> None:
    words = refusal_of("a.pdf", BytesIO(b""), 51_000_000)
    assert words == "The file is larger than 50 MB. Split it or make it smaller."


def test_the_corpus_is_the_same_each_time_and_has_every_family() -> None:
    first, second = (list(hostile_files(len(FAMILIES) * 2)) for _ in range(2))
    assert [(each.name, each.content) for each in first] == [(e.name, e.content) for e in second]
    assert set(Counter(each.family for each in first).values()) == {2}
