"""A sealed file opens as what it was sealed for, whole, and as nothing else."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.sealing.envelope import Opened, digest_of, seal, sealed_parts, unseal
from carewright_engine.sealing.framing import Header
from carewright_engine.sealing.keys import sealed_for
from carewright_engine.sealing.padding import KIB, MIB, is_a_step, stepped
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing.lots import a_file, binding, seeded
from tests.engine.sealing.opened import the_key


def opens(sheet: LotSheet, content: bytes, slot: str = "price") -> tuple[Opened, bytes]:
    envelope, out = sheet.slot_called(slot).envelope, BytesIO()
    opened = unseal(
        BytesIO(content), out, expected=binding(sheet, "Elm-Care", slot),
        key=the_key(sheet, envelope).key,
    )  # fmt: skip
    return opened, out.getvalue()


@settings(max_examples=20)
@given(content=st.binary(min_size=1, max_size=3000))
def test_what_is_sealed_opens_to_the_same_bytes(lot: LotSheet, content: bytes) -> None:
    _, sealed = a_file(lot, "Elm-Care", "price", content)
    opened, found = opens(lot, sealed)
    assert found == content
    assert (opened.name, opened.size) == ("price.pdf", len(content))


@pytest.mark.parametrize("off", [-60, -1, 0, 1, 60])
@pytest.mark.parametrize("near", [64 * KIB, MIB, 2 * MIB])
def test_sizes_around_steps_and_pieces_open_to_the_same_bytes(
    lot: LotSheet, near: int, off: int
) -> None:
    content = bytes(range(256)) * (near // 256) + bytes(60)
    content = content[: near + off]
    said, sealed = a_file(lot, "Elm-Care", "price", content)
    assert (said.size, said) == (len(sealed), digest_of(BytesIO(sealed)))
    assert opens(lot, sealed)[1] == content


def test_prices_of_any_usual_length_make_files_of_one_size(lot: LotSheet) -> None:
    sizes = {a_file(lot, "Elm-Care", "price", b"9" * n)[0].size for n in (1, 700, 20_000, 65_000)}
    assert len(sizes) == 1


def test_what_a_file_is_called_is_sealed_with_it(lot: LotSheet) -> None:
    assert b"price.pdf" not in a_file(lot, "Elm-Care", "price", b"12.50")[1]


@given(size=st.integers(1, 511 * MIB))
def test_a_size_is_raised_to_a_step_and_a_step_stays(size: int) -> None:
    step = stepped(size)
    assert size <= step < size + MIB
    assert is_a_step(step)
    assert stepped(step) == step


def test_a_file_of_25_mb_is_sealed_and_opened_in_little_memory(lot: LotSheet) -> None:
    key = the_key(lot, lot.slot_called("method").envelope).key
    size, sealed, bound = 25_000_000, BytesIO(), binding(lot, "Elm-Care", "method")
    public = lot.sealing_key(lot.slot_called("method").envelope)
    source = BytesIO(bytes(size))
    sealed.write(bytes(27 * MIB))  # the file on disk is not what is measured
    sealed.seek(0)
    tracemalloc.start()
    seal(
        source, sealed, name="big.pdf", size=size, binding=bound, key=public,
        random_bytes=seeded(1),
    )  # fmt: skip
    sealed.truncate()
    sealed.seek(0)
    unseal(sealed, _Nowhere(), expected=bound, key=key)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12 * MIB


class _Nowhere(BytesIO):
    def write(self, content: object) -> int:
        return len(content)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("size", "says"), [(0, "is empty"), (4, "became longer"), (6, "became shorter")]
)
def test_a_file_that_is_empty_or_changes_while_it_is_sealed_is_refused(
    lot: LotSheet, size: int, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        seal(
            BytesIO(b"12.50"), BytesIO(), name="price.pdf", size=size,
            binding=binding(lot, "Elm-Care", "price"), key=lot.sealing_key(lot.keys[3].envelope),
            random_bytes=seeded(1),
        )  # fmt: skip


@pytest.mark.parametrize(
    "name", ["../price.pdf", "a\\b", "a\nb", "a\u202eb", ".hidden", "", "é" * 101]
)
def test_a_name_that_could_mislead_or_leave_its_folder_is_refused(lot: LotSheet, name: str) -> None:
    with pytest.raises(Refused, match="cannot be made: name"):
        seal(
            BytesIO(b"12.50"), BytesIO(), name=name, size=5,
            binding=binding(lot, "Elm-Care", "price"), key=lot.sealing_key(lot.keys[3].envelope),
            random_bytes=seeded(1),
        )  # fmt: skip


def test_a_file_for_another_slot_says_what_it_was_sealed_as(lot: LotSheet) -> None:
    _, sealed = a_file(lot, "Elm-Care", "price", b"12.50")
    with pytest.raises(Refused, match=r"was sealed as slot price .*belongs here is slot company"):
        opens(lot, sealed, "company")


def sealed_by_another_program(sheet: LotSheet, inside: bytes) -> bytes:
    """What a program that takes no care makes of 64 KiB: sealed rightly, and wrong inside."""
    key = seeded("another")(32)
    header = Header(
        binding(sheet, "Elm-Care", "price"),
        sealed_for(sheet.sealing_key(Envelope.PRICE), key), bytes(20), 64 * KIB,
    )  # fmt: skip
    return b"".join(sealed_parts(header, key, iter([inside.ljust(64 * KIB, b"\0")])))


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (b"\0\x1a" + b'{"name":"a.pdf","size":5}!', "said of the file"),
        (b"\xff\xff", "said of the file"),
        (b"\0\x1d" + b'{"name":"a.pdf","size":70000}', "not padded to its step"),
        (b"\0\x1a" + b'{"name":"../a.pdf","size":1}'[:26], "said of the file"),
        (b"\0\x19" + b'{"name":"a.pdf","size":5}' + b"12.50" + b"more", "padding holds"),
    ],
)
def test_what_another_program_sealed_wrongly_is_refused_in_words(
    lot: LotSheet, inside: bytes, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        opens(lot, sealed_by_another_program(lot, inside))
    right = b"\0\x19" + b'{"name":"a.pdf","size":5}' + b"12.50"
    assert opens(lot, sealed_by_another_program(lot, right))[1] == b"12.50"
