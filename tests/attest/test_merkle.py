"""The tree has the hashes and proofs of RFC 6962: published vectors and a plain reading say so."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carewright.attest.rules.merkle import (
    GrowingTree,
    ProofFails,
    consistency_proof,
    inclusion_proof,
    require_consistency,
    root_by_inclusion,
    root_of,
    subtrees_from,
)

#: The eight entries with which Certificate Transparency's own implementation is tested, and the
#: roots over the first one, two and so on.
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
           "606162636465666768696a6b6c6d6e6f"]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [sha256(b"\0" + bytes.fromhex(entry)).digest() for entry in ENTRIES]
MANY = [sha256(b"\0%d" % number).digest() for number in range(1, 1_200)]

sizes = some.integers(1, 70) | some.sampled_from([255, 256, 257, 511, 512, 513, 1_000, 1_199])


def plainly(leaves: Sequence[bytes]) -> bytes:
    """The root as RFC 6962 section 2.1 defines it, by itself."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\1" + plainly(leaves[:k]) + plainly(leaves[k:])).digest()


def subtree(first: int, past: int) -> bytes:
    return plainly(MANY[first:past])


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_certificate_transparency(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_the_tree_without_leaves_has_the_root_of_nothing() -> None:
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert root_of([]).hex() == nothing


def test_proofs_are_those_of_certificate_transparency() -> None:
    within = [each.hex() for each in inclusion_proof(0, 8, lambda a, b: plainly(LEAVES[a:b]))]
    assert within == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    grown = [each.hex() for each in consistency_proof(6, 8, lambda a, b: plainly(LEAVES[a:b]))]
    assert grown == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(sizes)
def test_a_growing_tree_has_the_root_of_the_plain_definition(size: int) -> None:
    assert root_of(MANY[:size]) == plainly(MANY[:size])


@given(sizes, some.data())
def test_a_tree_grows_on_from_what_was_stored_of_it(size: int, data: some.DataObject) -> None:
    stored_at = data.draw(some.integers(0, size))
    tree = GrowingTree()
    for leaf in MANY[:stored_at]:
        tree.append(leaf)
    again = GrowingTree.from_state(tree.size, tree.state())
    for leaf in MANY[stored_at:size]:
        again.append(leaf)
    assert again.root() == plainly(MANY[:size])


@given(sizes, some.data())
def test_every_leaf_is_proved_and_no_other_in_its_place(size: int, data: some.DataObject) -> None:
    place = data.draw(some.integers(0, size - 1))
    path = inclusion_proof(place, size, subtree)
    root = plainly(MANY[:size])
    assert root_by_inclusion(MANY[place], place, size, path) == root
    assert root_by_inclusion(sha256(b"other").digest(), place, size, path) != root


@given(sizes, some.data())
def test_a_proof_of_another_length_or_place_fails(size: int, data: some.DataObject) -> None:
    place = data.draw(some.integers(0, size - 1))
    path = inclusion_proof(place, size, subtree)
    for wrong in ([*path, path[0]] if path else [MANY[0]], path[:-1]):
        if wrong != path:
            with pytest.raises(ProofFails):
                root_by_inclusion(MANY[place], place, size, wrong)
    with pytest.raises(ProofFails):
        root_by_inclusion(MANY[place], size, size, path)


@given(sizes, some.data())
def test_a_larger_tree_is_shown_to_begin_with_a_smaller(size: int, data: some.DataObject) -> None:
    old = data.draw(some.integers(0, size))
    path = consistency_proof(old, size, subtree)
    require_consistency(old, plainly(MANY[:old]), size, plainly(MANY[:size]), path)


@given(some.integers(2, 70), some.data())
def test_a_tree_with_another_past_is_not(size: int, data: some.DataObject) -> None:
    old = data.draw(some.integers(1, size - 1))
    path = consistency_proof(old, size, subtree)
    another = plainly([sha256(b"other").digest(), *MANY[1:old]])
    with pytest.raises(ProofFails):
        require_consistency(old, another, size, plainly(MANY[:size]), path)


@given(some.sampled_from([1, 255, 256, 257, 700, 1_199]), some.data())
def test_proofs_come_out_of_the_few_nodes_that_are_kept(size: int, data: some.DataObject) -> None:
    tree = GrowingTree()
    for leaf in MANY[:size]:
        tree.append(leaf)
    kept = {(node.level, node.place): node.hash for node in tree.finished}

    def fetch(level: int, first: int, count: int) -> list[bytes]:
        if level == 0:
            return MANY[:size][first : first + count]
        return [kept[level, place] for place in range(first, first + count)]

    place = data.draw(some.integers(0, size - 1))
    assert inclusion_proof(place, size, subtrees_from(fetch)) == inclusion_proof(
        place, size, subtree
    )
