"""Makes the one kept schema from what others published, once for each version that we move to.

    python -m carewright_engine.open_contracting.keeping OCDSMERGE.tar.gz OCDSKIT.tar.gz

takes the source archives of two packages, as an ordinary client of the package registry brings
them, and opens no connection itself. The first holds the release schema of the standard, the
second the same schema with every registered extension, each field saying which extension it is
from: the fields of the extensions that Find a Tender declares are taken over. The fields of the
United Kingdom's own extension are in neither; they are a table of ours, `uk_fields.csv`.
Titles and descriptions stay behind: the standard's site prints them, and a check needs none.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import tarfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "schema"
KEPT: Final = FOLDER / "release-schema.json"
UK_FIELDS: Final = FOLDER / "uk_fields.csv"
SOURCES: Final = FOLDER / "sources.json"

CORE_FILE: Final = "ocdsmerge-0.8.0/tests/fixtures/release-schema-1__1__4.json"
EXTENDED_FILE: Final = "ocdskit-1.7.0/tests/fixtures/a/release-schema.json"
#: 1.1.5 changed words of 1.1.4, this address, and no rule.
ID: Final = "https://standard.open-contracting.org/schema/1__1__5/release-schema.json"

#: Parts of the addresses of the extensions that Find a Tender and Public Contracts Scotland use.
EXTENSIONS: Final = (
    "/profiles/eu/",
    "/ocds_amendment_rationale_classifications_extension/",
    "/ocds_bid_extension/",
    "/ocds_budget_breakdown_extension/",
    "/ocds_contract_completion_extension/",
    "/ocds_documentation_extension/",
    "/ocds_lots_extension/",
    "/ocds_performance_failures_extension/",
    "/ocds_suitability_extension/",
    "/portaledcahn/ocds_Links_extension/",
)
WORDS: Final = frozenset({"title", "description", "extension", "deprecated"})

Schema = dict[str, Any]


def merged(core: Schema, extended: Schema, uk: Sequence[Mapping[str, str]]) -> Schema:
    """The release schema with the extensions' fields and the United Kingdom's, without words."""
    schema: Schema = without_words(core)
    schema["id"] = ID
    _take_fields(schema, extended)
    for name, definition in extended["definitions"].items():
        ours = schema["definitions"].get(name)
        _take_fields({} if ours is None else ours, definition)
        if ours is None and _is_chosen(definition):
            schema["definitions"][name] = _of_extensions(definition)
    _drop_what_leads_nowhere(schema)
    for row in uk:
        _add_uk_field(schema, row)
    return schema


def without_words(schema: Any) -> Any:
    """A schema without what it says to people; a field called `title` stays."""
    if isinstance(schema, list):
        return [without_words(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: without_words(value)
        for name, value in schema.items()
        if name not in WORDS or (isinstance(value, dict) and name != "deprecated")
    }


def _take_fields(ours: Schema, theirs: Schema) -> None:
    """Into one object's fields go those that a chosen extension adds."""
    for name, field in theirs.get("properties", {}).items():
        known = ours.get("properties", {}).get(name)
        if known is not None:
            _take_fields(known, field)
        elif _is_chosen(field):
            ours.setdefault("properties", {})[name] = _of_extensions(field)


def _is_chosen(field: Any) -> bool:
    """Whether a chosen extension wrote the field, or a field within it."""
    if isinstance(field, list):
        return any(_is_chosen(one) for one in field)
    if not isinstance(field, dict):
        return False
    said = field.get("extension")
    if isinstance(said, str):
        return any(part in said for part in EXTENSIONS)
    return any(_is_chosen(value) for value in field.values())


def _of_extensions(field: Schema) -> Schema:
    """A field with those fields of its own that a chosen extension wrote, without words."""
    kept = {name: value for name, value in field.items() if name != "properties"}
    if "properties" in field and "$ref" not in field:  # beside a reference nothing counts
        chosen = {name: one for name, one in field["properties"].items() if _is_chosen(one)}
        kept["properties"] = {name: _of_extensions(one) for name, one in chosen.items()}
    bare: Schema = without_words(kept)
    return bare


def _drop_what_leads_nowhere(schema: Schema) -> None:
    """Fields whose definition only an extension that we do not take over has written."""
    defined = schema["definitions"]
    for definition in [schema, *defined.values()]:
        fields = definition.get("properties", {})
        for name in [name for name, field in fields.items() if _leads_nowhere(field, defined)]:
            del fields[name]


def _leads_nowhere(field: Schema, defined: Schema) -> bool:
    target = field.get("$ref") or field.get("items", {}).get("$ref", "")
    return bool(target) and target.rpartition("/")[2] not in defined


def uk_fields(file: Path = UK_FIELDS) -> list[dict[str, str]]:
    """Our table of the United Kingdom's fields: where, name, and what it holds."""
    with file.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _add_uk_field(schema: Schema, row: Mapping[str, str]) -> None:
    defined = schema["definitions"]
    first, *rest = row["where"].split(".")
    place = defined.setdefault(first, {"type": "object"})
    for name in rest:
        place = place.setdefault("properties", {}).setdefault(name, {"type": "object"})
        place = defined[place["$ref"].rpartition("/")[2]] if "$ref" in place else place
    place.setdefault("properties", {})[row["field"]] = _holding(row["holds"])


def _holding(kind: str) -> Schema:
    """The schema of what a row of our table says that a field holds."""
    name, _, of = kind.partition(" of ")
    if name in SIMPLE:
        return dict(SIMPLE[name])
    if name == "one":
        return {"type": ["string", "null"], "enum": [*of.split("|"), None]}
    items = {"$ref": f"#/definitions/{of}"}
    if name == "object":
        return items
    listed: Schema = {"type": "array", "items": items}
    return listed | ({"wholeListMerge": True} if name == "whole list" else {})


SIMPLE: Final[Mapping[str, Schema]] = {
    "text": {"type": ["string", "null"]},
    "yes or no": {"type": ["boolean", "null"]},
    "number": {"type": ["number", "null"]},
    "whole number": {"type": ["integer", "null"]},
    "moment": {"type": ["string", "null"], "format": "date-time"},
    "texts": {"type": ["array", "null"], "items": {"type": "string"}},
}


def written(schema: Schema) -> str:
    """The kept file's text: one line for each definition, so that a difference can be read."""
    outside = {name: value for name, value in schema.items() if name != "definitions"}
    lines = [f'"{name}": {_compact(value)}' for name, value in outside.items()]
    inside = [f' "{name}": {_compact(one)}' for name, one in sorted(schema["definitions"].items())]
    definitions = '"definitions": {\n' + ",\n".join(inside) + "\n}"
    return "{\n" + ",\n".join([*lines, definitions]) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(file: Path) -> str:
    """A file's SHA-256, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _from_archive(archive: Path, name: str) -> tuple[Schema, dict[str, str]]:
    """One file of an archive, and what the ledger says of both."""
    with tarfile.open(archive) as files:
        member = files.extractfile(name)
        if member is None:
            raise FileNotFoundError(f"{archive.name} has no file {name}")
        content = member.read()
    said = {
        "archive": archive.name,
        "archive_sha256": digest(archive),
        "file": name,
        "file_sha256": hashlib.sha256(content).hexdigest(),
    }
    return json.loads(content), said


def main(archives: Sequence[str]) -> int:
    """Writes the kept schema and the ledger of what it is made of."""
    core, core_said = _from_archive(Path(archives[0]), CORE_FILE)
    extended, extended_said = _from_archive(Path(archives[1]), EXTENDED_FILE)
    KEPT.write_text(written(merged(core, extended, uk_fields())), encoding="utf-8")
    ledger = json.loads(SOURCES.read_text(encoding="utf-8"))
    ledger["sources"][0] |= core_said
    ledger["sources"][1] |= extended_said
    ledger["sources"][2] |= {"file": UK_FIELDS.name, "file_sha256": digest(UK_FIELDS)}
    ledger["kept"] = {"file": KEPT.name, "file_sha256": digest(KEPT)}
    text = json.dumps(ledger, indent=2, ensure_ascii=False)
    SOURCES.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
