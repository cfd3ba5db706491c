"""Whatever is changed, swapped, replayed or cut among all that a server holds, nothing false opens.

A mutated file is offered twice: as a server would offer it, against the signed manifest, and to
the cipher alone, as what it claims to be. Both must refuse it with a reason.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from carewright_engine.sealing.envelope import Sealed, seal, unseal
from carewright_engine.sealing.framing import CHUNK_BYTES, TAG_BYTES, Binding, read_header
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sending import require_sent
from carewright_engine.sealing.sheet import Envelope, LotSheet
from carewright_engine.sealing.standing import Received
from tests.engine.sealing.held import CAME, CONTENTS, HELD, KEYS, SEALED, SHEETS, TRUE, One
from tests.engine.sealing.lots import binding, seeded
from tests.engine.sealing.opened import open_all

FULL: Final = bool(os.environ.get("CAREWRIGHT_FULL"))
EXAMPLES, STEPS = (40, 40) if FULL else (3, 30)

ONE: Final = st.sampled_from(SEALED)
LOT: Final = st.sampled_from(sorted(SHEETS))
ANY: Final = st.integers(0, 10**9)


class Tampering(RuleBasedStateMachine):
    """Each rule changes one thing that a server holds, looks at what opens, and forgets it."""

    refused = 0

    def count(self) -> None:
        type(self).refused += 1

    def refuses(self, call: Callable[[], object]) -> None:
        with pytest.raises(Refused) as problem:
            call()
        assert len(str(problem.value)) > 20

    def offer(self, one: One, content: bytes) -> None:
        """The content in the place of a file is refused, and at the opening if the bid stands."""
        manifest, file = one
        lot = manifest.body.lot
        self.refuses(lambda: require_sent(BytesIO(content), manifest.body, file))
        minutes, opened = open_all(
            SHEETS[lot], file.envelope, CAME[lot], HELD | {file.digest: content},
            KEYS[lot, file.envelope],
        )  # fmt: skip
        stands = any(each.sealed == file.digest for each in minutes.files)
        assert [each.sealed for each in minutes.not_opened] == ([file.digest] if stands else [])
        true = TRUE[lot, file.envelope]
        assert opened == {
            key: value for key, value in true.items()
            if not stands or key != (manifest.body.supplier, file.slot)
        }  # fmt: skip
        self.count()

    def cipher_refuses(self, one: One, content: bytes, expected: Binding) -> None:
        """The cipher alone refuses it, whatever a manifest says."""
        manifest, file = one
        key = KEYS[manifest.body.lot, file.envelope].key
        self.refuses(lambda: unseal(BytesIO(content), BytesIO(), expected=expected, key=key))

    def changed(self, one: One, content: bytes) -> None:
        manifest, file = one
        assert content != HELD[file.digest]
        self.cipher_refuses(one, content, manifest.body.binding(file))
        self.offer(one, content)

    @rule(one=ONE, place=ANY, bit=st.integers(0, 7), early=st.booleans())
    def flip_a_bit(self, one: One, place: int, bit: int, early: bool) -> None:
        content = bytearray(HELD[one[1].digest])
        content[place % (400 if early else len(content))] ^= 1 << bit
        self.changed(one, bytes(content))

    @rule(one=ONE, at=ANY)
    def cut_off(self, one: One, at: int) -> None:
        content = HELD[one[1].digest]
        self.changed(one, content[: at % len(content)])

    @rule(one=ONE, more=st.binary(min_size=1, max_size=40))
    def add_behind(self, one: One, more: bytes) -> None:
        self.changed(one, HELD[one[1].digest] + more)

    @rule(
        one=st.sampled_from([each for each in SEALED if each[1].slot == "method"]),
        order=st.permutations(range(3)).filter(lambda order: order != [0, 1, 2]),
        keep=st.integers(1, 3),
    )
    def move_or_drop_pieces(self, one: One, order: list[int], keep: int) -> None:
        content = HELD[one[1].digest]
        begins = len(read_header(BytesIO(content)).written())
        size = CHUNK_BYTES + TAG_BYTES
        pieces = [content[begins + n * size : begins + (n + 1) * size] for n in order[:keep]]
        self.changed(one, content[:begins] + b"".join(pieces))

    @rule(one=ONE, other=ONE)
    def give_another_file(
        self,
        one: One,
        other: One,
    ) -> None:
        """Files change places between bids, lots, slots and versions."""
        if one[1].digest != other[1].digest:
            self.changed(one, HELD[other[1].digest])

    @rule(
        one=ONE,
        to=st.sampled_from(
            [{"supplier": "Yew-Care"}, {"lot": "west"}, {"tender": "meals"}, {"version": 7},
             {"slot": "other"}, {"envelope": Envelope.PRACTICE}]
        ),
    )  # fmt: skip
    def relabel(self, one: One, to: dict[str, object]) -> None:
        """What the file is bound to is rewritten as it would have to be for another place."""
        file = one[1]
        content = HELD[file.digest]
        header = read_header(BytesIO(content))
        label = header.binding.model_copy(update=to)
        rest = content[len(header.written()) :]
        relabelled = type(header)(label, header.sealed_key, header.nonce_prefix, header.size)
        self.cipher_refuses(one, relabelled.written() + rest, label)
        self.offer(one, relabelled.written() + rest)

    @rule(one=ONE, other=ONE)
    def mix_two_files(
        self,
        one: One,
        other: One,
    ) -> None:
        """One file's beginning in front of another's pieces."""
        if one[1].digest == other[1].digest:
            return
        ours, theirs = (HELD[each[1].digest] for each in (one, other))
        begins, begin = (len(read_header(BytesIO(each)).written()) for each in (ours, theirs))
        self.changed(one, ours[:begins] + theirs[begin:])

    @rule(lot=LOT, which=ANY, place=ANY, bit=st.integers(0, 7), of_receipt=st.booleans())
    def flip_a_bit_of_a_manifest_or_receipt(
        self, lot: str, which: int, place: int, bit: int, of_receipt: bool
    ) -> None:
        came = list(CAME[lot])
        at = which % len(came)
        content = bytearray(came[at].receipt if of_receipt else came[at].manifest)
        content[place % len(content)] ^= 1 << bit
        manifest, receipt = came[at].manifest, came[at].receipt
        came[at] = (
            Received(manifest, bytes(content)) if of_receipt else Received(bytes(content), receipt)
        )
        self.opens_nothing_false(lot, came)

    @rule(lot=LOT, which=ANY, by=st.integers(1, 3))
    def give_the_receipt_of_another(self, lot: str, which: int, by: int) -> None:
        came = list(CAME[lot])
        at, other = which % len(came), (which + by) % len(came)
        came[at] = Received(came[at].manifest, came[other].receipt)
        self.opens_nothing_false(lot, came)

    @rule(lot=LOT, which=ANY)
    def bring_a_bid_from_another_lot(self, lot: str, which: int) -> None:
        other = CAME["south" if lot == "north" else "north"]
        came = [*CAME[lot], other[which % len(other)]]
        self.opens_nothing_false(lot, came)

    @rule(lot=LOT, which=ANY)
    def replay_a_version(self, lot: str, which: int) -> None:
        """The same manifest again stands for nothing more, and is not counted as refused."""
        came = CAME[lot]
        _, opened = open_all(
            SHEETS[lot], Envelope.PRICE, [*came, came[which % len(came)]], HELD,
            KEYS[lot, Envelope.PRICE],
        )  # fmt: skip
        assert opened == TRUE[lot, Envelope.PRICE]

    def opens_nothing_false(self, lot: str, came: list[Received]) -> None:
        minutes, opened = open_all(
            SHEETS[lot], Envelope.PRICE, came, HELD, KEYS[lot, Envelope.PRICE]
        )
        usual = 2  # the first version of each of two bids, replaced
        whys = [each.why for each in minutes.set_aside if "replaced" not in each.why]
        assert len(minutes.set_aside) >= usual - 1
        assert whys
        assert all(len(why) > 20 for why in whys)
        firsts = {
            (supplier, "price"): b"" + supplier.encode() + CONTENTS["price"]
            for supplier in ("Elm-Care", "Oak-Care")
        }
        for key, content in opened.items():
            assert content in (TRUE[lot, Envelope.PRICE][key], firsts[key])
        self.count()


def test_every_mutation_is_refused_with_a_reason(record_property: pytest.RecordProperty) -> None:
    Tampering.refused = 0
    run_state_machine_as_test(
        Tampering,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, derandomize=not FULL, deadline=None,
            phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    if FULL:
        assert Tampering.refused >= 1000
    record_property("mutations of sealed bids were refused", Tampering.refused)


def test_a_file_sealed_anew_for_the_same_place_is_not_taken_for_the_one_that_was_sent() -> None:
    sheet = SHEETS["north"]
    manifest, file = SEALED[0]
    out = BytesIO()
    assert isinstance(_sealed_again(sheet, out), Sealed)
    with pytest.raises(Refused, match="changed since the manifest was signed"):
        require_sent(BytesIO(out.getvalue()), manifest.body, file)


def _sealed_again(sheet: LotSheet, out: BytesIO) -> Sealed:
    return seal(
        BytesIO(b"them"), out, name="us.pdf", size=4, binding=binding(sheet, "Elm-Care", "company"),
        key=sheet.sealing_key(Envelope.QUALIFICATION), random_bytes=seeded("again"),
    )  # fmt: skip
