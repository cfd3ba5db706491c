"""Fields come from a closed list, and nothing that anybody writes is run or taken for more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carewright.correspond.rules.fields import SubjectKind, fields_for
from carewright.correspond.rules.wording import (
    Block,
    BlockKind,
    MissingValues,
    blocks_of,
    faults_in,
    fields_in,
    filled,
    filled_blocks,
    missing_from,
)

PROVIDER = SubjectKind.PROVIDER
HOSTILE = "{{ officer.name }} {% raw %} <script> =1+1 # heading ${x} {0.__class__} %(name)s"


def test_an_unknown_field_is_refused_with_its_line_and_the_nearest_name() -> None:
    (fault,) = faults_in("A letter", "Dear\n\n{{ provider.nmae }}", PROVIDER)
    assert str(fault) == ("Line 3: there is no field 'provider.nmae'. Did you mean provider.name?")


def test_a_field_of_another_kind_of_subject_is_unknown() -> None:
    assert [each.line for each in faults_in("{{ meeting.body }}", "x", PROVIDER)] == [0]


@pytest.mark.parametrize(
    "words", ["{{ provider.name", "provider.name }}", "{{ {{ today }} }}", "{{ today\n}}", "{{}}"]
)
def test_a_field_that_does_not_begin_and_end_is_refused(words: str) -> None:
    assert faults_in("A letter", words, PROVIDER)


@pytest.mark.parametrize(
    "words",
    ["{{ 7*7 }}", "{{ provider.__class__ }}", "{{ provider.name|safe }}", "{{ today() }}",
     "{{ cycler.__init__ }}", "{{ provider['name'] }}", "{{ officer.account_id }}"],
)  # fmt: skip
def test_nothing_but_a_name_of_the_list_is_a_field(words: str) -> None:
    assert faults_in("A letter", words, PROVIDER)


def test_words_of_other_template_languages_are_only_words() -> None:
    words = "{% for x in y %} ${provider.name} %(today)s {provider.name}"
    assert faults_in("A letter", words, PROVIDER) == []
    assert filled(words, {}) == words


def test_a_value_is_never_filled_again_nor_becomes_a_heading() -> None:
    values = {"provider.name": f"# {HOSTILE}\n\n- two", "today": ""}
    blocks = filled_blocks("{{ provider.name }}", values)
    assert blocks == (Block(BlockKind.PARAGRAPH, f"# {HOSTILE} - two"),)


def test_a_field_without_a_value_stops_the_letter_and_is_named() -> None:
    values = {"provider.name": "Elm Care", "provider.areas": "  "}
    assert missing_from(values, "{{ provider.areas }}", "{{ today }}") == (
        "provider.areas", "today",
    )  # fmt: skip
    with pytest.raises(MissingValues, match=r"provider\.areas"):
        filled("In {{ provider.areas }}", values)


def test_headings_items_and_paragraphs_are_told_apart() -> None:
    found = blocks_of("# One\nTwo\nthree\n\n- four\n")
    assert [(each.kind.value, each.words) for each in found] == [
        ("heading", "One"), ("paragraph", "Two\nthree"), ("item", "four"),
    ]  # fmt: skip


@given(some.text(max_size=200), some.text(max_size=40))
def test_whatever_is_written_is_refused_or_filled_and_a_value_stays_itself(
    words: str, value: str
) -> None:
    if faults_in("A letter", words, PROVIDER):
        return
    values = dict.fromkeys(fields_for(PROVIDER), f"v{value}v")
    for each in filled_blocks(words, values):
        assert len(each.words) <= len(words) + len(fields_in(words)) * (len(value) + 2) * 20
