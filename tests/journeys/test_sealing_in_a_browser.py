"""A bid is sealed by the script of a page, to the same bytes as by the command, and opens."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from carewright.ui.vendor import PAGES
from carewright_engine.sealing.checking import faults
from carewright_engine.sealing.encoding import from_text
from carewright_engine.sealing.keys import key_text
from carewright_engine.sealing.manifest import read_manifest
from carewright_engine.sealing.sending import require_sent
from carewright_engine.sealing.sheet import Envelope
from tests.engine.sealing import vectors
from tests.engine.sealing.lots import a_lot, bidder_key, binding, received
from tests.engine.sealing.opened import open_all

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

STATIC = PAGES.parent
#: As our pages have it, and beside it what libsodium needs: WebAssembly, and no `eval`.
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
SCRIPTS = ("vendor/libsodium.js", "vendor/libsodium-wrappers.js", "seal.js")
DOCUMENT = "<!doctype html><title>Seal</title>" + "".join(
    f'<script src="/{name}"></script>' for name in SCRIPTS
)
#: Seals a file of bytes 0, 1, ... 250, 0, 1, ...; gives what the manifest needs and the bytes.
SEAL = """async ({name, size, binding, publicKey, drawn}) => {
    const content = new Uint8Array(size).map((_, at) => at % 251);
    const {fromText, sealFile} = carewrightSealing;
    for (const key in drawn ?? {}) drawn[key] = fromText(drawn[key]);
    const sealed = await sealFile(new Blob([content]), name, binding, publicKey, drawn);
    const read = new FileReader();
    await new Promise((done) => { read.onload = done; read.readAsDataURL(sealed.blob); });
    return {digest: sealed.digest, size: sealed.size, url: read.result};
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with our script and our security policy, and no server behind it."""

    def answer(route: Route) -> None:
        path = urlparse(route.request.url).path
        if path == "/":
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
            route.fulfill(body=DOCUMENT, headers=headers)
        else:
            route.fulfill(path=STATIC / path.lstrip("/"))

    context = browser.new_context()
    opened = context.new_page()
    opened.route("**/*", answer)
    opened.goto("http://localhost/")
    opened.evaluate("() => carewrightSealing.ready")
    yield opened
    context.close()


def bytes_of(sealed: dict[str, Any]) -> bytes:
    return b64decode(sealed["url"].partition(",")[2])


def test_the_script_seals_to_the_bytes_of_the_test_vectors(page: Page) -> None:
    kept = json.loads(vectors.FILE.read_text(encoding="utf-8"))
    label = json.loads(kept["binding"])
    del label["format"]
    drawn = {
        "fileKey": kept["file_key"],
        "sealedKey": kept["sealed_key"],
        "noncePrefix": kept["nonce_prefix"],
    }
    for file in kept["files"]:
        asked = {"name": file["name"], "size": file["size"], "binding": label, "drawn": drawn}
        sealed = page.evaluate(SEAL, asked)
        assert (sealed["digest"], sealed["size"]) == (file["sealed_digest"], file["sealed_size"])
    signed = kept["signed"]
    body = json.loads(signed["manifest"])["body"]
    asked = {name: body[name] for name in ("kind", "tender", "lot", "supplier", "sheet", "files")}
    asked |= {"key": signed["bidder_private"], "before": None}
    text = page.evaluate("(asked) => carewrightSealing.manifest(asked)", asked)
    assert text == signed["manifest"]


def test_what_the_script_sealed_stands_and_opens(page: Page) -> None:
    sheet, files, held = a_lot(), [], {}
    for slot in ("company", "method", "price"):
        label = binding(sheet, "Elm-Care", slot).plain()
        del label["format"]
        envelope = sheet.slot_called(slot).envelope
        sealed = page.evaluate(
            SEAL,
            {
                "name": f"{slot}.pdf",
                "size": 70_000,
                "binding": label,
                "publicKey": sheet.key_of(envelope).key,
            },
        )
        held[sealed["digest"]] = bytes_of(sealed)
        files.append(
            {"slot": slot, "envelope": envelope, "version": 1}
            | {name: sealed[name] for name in ("digest", "size")}
        )
    asked = {
        "kind": "submit", "tender": sheet.tender, "lot": sheet.lot, "supplier": "Elm-Care",
        "sheet": sheet.fingerprint, "files": files, "before": None,
        "key": key_text(bidder_key("Elm-Care")),
    }  # fmt: skip
    text = page.evaluate("(asked) => carewrightSealing.manifest(asked)", asked)
    manifest = read_manifest(text.encode())
    assert faults(manifest.body, sheet) == ()
    for file in manifest.body.files:
        require_sent(BytesIO(held[file.digest]), manifest.body, file)
    _, contents = open_all(sheet, Envelope.PRICE, [received(manifest)], held)
    assert contents == {("Elm-Care", "price"): vectors.SealedVector("", 70_000).content()}
    assert (
        page.evaluate("(text) => carewrightSealing.digestOf(new Blob([text]))", text)
        == manifest.fingerprint
    )


def test_a_new_key_of_the_script_is_one_of_ours(page: Page) -> None:
    text = page.evaluate("() => carewrightSealing.newSigningKey()")
    kind, _, encoded = text.partition(":")
    assert (kind, len(from_text(encoded))) == ("ed25519-private", 32)


@pytest.mark.parametrize("name", ["../a.pdf", ".a", "a\u202eb.pdf", "a\nb", "", "é" * 101])
def test_a_name_that_would_not_open_is_not_sealed(page: Page, name: str) -> None:
    asked = {"name": name, "size": 5, "binding": {}, "drawn": {}}
    with pytest.raises(Error, match="rename the file with letters"):
        page.evaluate(SEAL, asked)
