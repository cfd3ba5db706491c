"""A file is taken in, read as a trial, imported whole or not at all, and can be taken back."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from carewright.register.api import MOVES, DatasetState
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db


def state_of(dataset_id: UUID, by: platform.Officer) -> DatasetState:
    return register.dataset(dataset_id, seen_by=by).state


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(DatasetState)


def test_a_trial_reading_says_what_would_be_kept_and_changes_no_figure(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path, {}, {"MinGrade": "9"})
    found = register.dataset(files.read(acting, file), seen_by=acting)
    assert found.state is DatasetState.READ
    assert (found.rows_read, found.rows_kept, found.rows_refused) == (2, 2, 0)
    assert found.kind == "care_inspectorate"
    assert found.as_at is not None
    assert found.matched["places"] == "Registered_Places"
    assert not register.services(seen_by=acting).exists()
    assert register.inputs_for(seen_by=acting).sources == ()


def test_an_import_makes_its_services_count(acting: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    service = register.services(seen_by=acting).get()
    assert (service.name, service.places, service.dataset_id) == ("Rowan Court", 30, dataset_id)
    assert service.organisation_id == acting.organisation.id
    inputs = register.inputs_for(seen_by=acting)
    assert [source.name for source in inputs.sources] == ["store_2022-03-31.csv"]
    assert inputs.frame("service").height == 1


def test_what_was_done_with_a_file_stands_in_the_record(
    acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    register.undo_import(dataset_id=dataset_id, reason="Wrong year", by=acting, at=make.NOW)
    events = platform.events_about("dataset", dataset_id, seen_by=acting)
    acts = {event.act: event for event in events}
    assert set(acts) == {"upload_file", "read_file", "import_file", "undo_import"}
    assert acts["undo_import"].reason == "Wrong year"
    assert acts["import_file"].facts["kept"] == 1


def test_importing_the_same_file_twice_changes_nothing_and_says_so(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    files.imported(acting, file)
    again = files.read(acting, file)
    before = list(models.ServiceReading.objects.values())
    with pytest.raises(register.AlreadyImported, match=r"3 June 2026 by Person\. Nothing has"):
        register.import_dataset(dataset_id=again, by=acting, at=make.NOW)
    assert list(models.ServiceReading.objects.values()) == before
    assert state_of(again, acting) is DatasetState.READ


def test_the_same_file_under_another_name_is_the_same_file(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    files.imported(acting, file)
    renamed = file.rename(tmp_path / "copy_2022-03-31.csv")
    again = files.read(acting, renamed)
    with pytest.raises(register.AlreadyImported):
        register.import_dataset(dataset_id=again, by=acting, at=make.NOW)


def test_a_file_that_all_use_is_not_imported_again_for_one(
    by: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    files.imported(make.OPERATOR, file)
    with platform.acting_for(by.organisation.id):
        again = files.read(by, file)
        with pytest.raises(register.AlreadyImported):
            register.import_dataset(dataset_id=again, by=by, at=make.NOW)
        assert register.services(seen_by=by).count() == 1


def test_two_organisations_may_import_the_same_file(by: platform.Officer, tmp_path: Path) -> None:
    other, file = make.commissioner(), files.datastore(tmp_path)
    for officer in (by, other):
        with platform.acting_for(officer.organisation.id):
            files.imported(officer, file)
            assert register.services(seen_by=officer).count() == 1


def test_an_import_that_fails_leaves_nothing(acting: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.read(acting, files.many_services(tmp_path, 1_500))

    def fail(done: int, _total: int) -> None:
        if done:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        register.import_dataset(dataset_id=dataset_id, by=acting, at=make.NOW, news=fail)
    assert state_of(dataset_id, acting) is DatasetState.READ
    assert not models.ServiceReading.objects.exists()
    register.import_dataset(dataset_id=dataset_id, by=acting, at=make.NOW)
    assert models.ServiceReading.objects.count() == 1_500


def test_what_happens_in_the_end_stands_and_falls_with_the_import(
    acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(acting, files.datastore(tmp_path))

    def refuse() -> None:
        raise platform.CannotMove("cancelled meanwhile")

    with pytest.raises(platform.CannotMove):
        register.import_dataset(dataset_id=dataset_id, by=acting, at=make.NOW, in_the_end=refuse)
    assert state_of(dataset_id, acting) is DatasetState.READ
    assert not models.ServiceReading.objects.exists()


def test_an_import_taken_back_is_used_no_more_and_kept_with_its_history(
    acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    register.undo_import(dataset_id=dataset_id, reason="Wrong year", by=acting, at=make.NOW)
    assert state_of(dataset_id, acting) is DatasetState.UNDONE
    assert not register.services(seen_by=acting).exists()
    assert register.inputs_for(seen_by=acting).sources == ()
    with register.open_file(dataset_id, seen_by=acting) as kept:
        assert kept.read().startswith(b"CSNumber")


def test_a_file_taken_back_can_be_imported_again(acting: platform.Officer, tmp_path: Path) -> None:
    file = files.datastore(tmp_path)
    first = files.imported(acting, file)
    register.undo_import(dataset_id=first, reason="By mistake", by=acting, at=make.NOW)
    files.imported(acting, file)
    assert register.services(seen_by=acting).count() == 1


def test_nobody_takes_an_import_back_without_saying_why(
    acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    with pytest.raises(register.CannotDo, match="Say why"):
        register.undo_import(dataset_id=dataset_id, reason="  ", by=acting, at=make.NOW)
    assert state_of(dataset_id, acting) is DatasetState.IMPORTED


def test_a_file_put_aside_is_never_imported(acting: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.read(acting, files.datastore(tmp_path))
    register.discard_dataset(dataset_id=dataset_id, by=acting, at=make.NOW)
    with pytest.raises(register.CannotDo, match="discarded; it cannot be imported"):
        register.import_dataset(dataset_id=dataset_id, by=acting, at=make.NOW)


START = {
    DatasetState.UPLOADED: files.given,
    DatasetState.READ: files.read,
    DatasetState.IMPORTED: files.imported,
}
ACTIONS = {
    DatasetState.IMPORTED: register.import_dataset,
    DatasetState.DISCARDED: register.discard_dataset,
}


@pytest.mark.parametrize(("start", "end"), list(product(START, ACTIONS)))
def test_each_action_keeps_to_the_moves(
    start: DatasetState, end: DatasetState, acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = START[start](acting, files.datastore(tmp_path))
    if end in MOVES[start]:
        ACTIONS[end](dataset_id=dataset_id, by=acting, at=make.NOW)
        assert state_of(dataset_id, acting) is end
    else:
        with pytest.raises(register.CannotDo):
            ACTIONS[end](dataset_id=dataset_id, by=acting, at=make.NOW)
        assert state_of(dataset_id, acting) is start


def test_a_file_that_cannot_be_read_keeps_the_sentence_and_its_columns(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = tmp_path / "services_2022-03-31.csv"
    file.write_text("CSNumber,What,Ever\nCS2003000001,a,b\n")
    dataset_id = files.given(acting, file, kind="care_inspectorate")
    assert not register.read_dataset(dataset_id=dataset_id, by=acting, at=make.NOW)
    found = register.dataset(dataset_id, seen_by=acting)
    assert found.state is DatasetState.UNREADABLE
    assert found.problem.endswith(".")
    assert found.headers == ("CSNumber", "What", "Ever")
    assert not models.ServiceReading.objects.exists()


def test_columns_that_a_person_names_are_taken_from_then_on(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    file.write_text(file.read_text().replace("Registered_Places", "Quota"))
    dataset_id = files.read(acting, file)
    assert "places" not in register.dataset(dataset_id, seen_by=acting).matched
    register.explain_file(
        dataset_id=dataset_id, kind="care_inspectorate", as_at=None,
        columns={"places": "Quota"}, by=acting, at=make.NOW,
    )  # fmt: skip
    register.read_dataset(dataset_id=dataset_id, by=acting, at=make.NOW, reader=files.read_here)
    register.import_dataset(dataset_id=dataset_id, by=acting, at=make.NOW)
    assert register.services(seen_by=acting).get().places == 30


def test_texts_too_long_for_the_list_are_cut_there_and_kept_whole_in_the_facts(
    acting: platform.Officer, tmp_path: Path
) -> None:
    town = "Llan" * 50
    files.imported(acting, files.datastore(tmp_path, {"Service_town": town}))
    assert register.services(seen_by=acting).get().town == town[:100]
    assert register.inputs_for(seen_by=acting).frame("service")["town"].to_list() == [town]


def test_a_service_number_that_cannot_be_one_is_refused_with_its_row(
    acting: platform.Officer, tmp_path: Path
) -> None:
    file = tmp_path / "list_2024-03-31.csv"
    file.write_text(
        "Reference,Name,Kind,Council,Run by\n"
        f"{'x' * 200},Rowan Lunch Club,lunch club,Fife,Voluntary\n"
    )
    dataset_id = files.read(acting, file, kind="council_list")
    found = register.dataset(dataset_id, seen_by=acting)
    assert found.problem.startswith("Row 2: the service's number is longer than 100 characters")


def test_rows_of_a_file_are_shown_as_published(acting: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path, {}, {"ServiceName": "Elm"}))
    (row,) = register.published_rows(dataset_id, [3, 99], seen_by=acting)
    assert row.number == 3
    assert dict(row.values)["ServiceName"] == "Elm"
    assert "Provided_by_Local_Authority" not in dict(row.values)  # nothing stands there
    assert register.services_in_rows(dataset_id, [2, 3], seen_by=acting) == {
        2: "CS2003000001", 3: "CS2003000002"
    }  # fmt: skip


def test_a_kept_table_is_never_half_there(
    acting: platform.Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carewright.register import store

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store.os, "fsync", die)
        with pytest.raises(KeyboardInterrupt):
            files.read(acting, files.datastore(tmp_path))
    assert not list((tmp_path / "home").rglob("*.parquet"))
    files.imported(acting, files.datastore(tmp_path))
    assert register.inputs_for(seen_by=acting).frame("service").height == 1


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("dataset_state_is_known", {"state": "lost"}),
        ("dataset_loses_no_row", {"rows_read": 2}),
        ("dataset_doubts_only_what_it_keeps", {"rows_doubtful": 7}),
        ("dataset_imported_says_when", {"state": "imported", "imported_at": None}),
    ],
)
def test_the_database_refuses_a_file_that_cannot_be(
    constraint: str, wrong: dict[str, object], acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(acting, files.datastore(tmp_path))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        models.Dataset.objects.filter(pk=dataset_id).update(**wrong)


@pytest.mark.realdata
@pytest.mark.parametrize(("year", "rows"), [(2016, 13_933), (2019, 12_886), (2022, 11_708)])
def test_every_row_of_a_real_register_stands_in_the_list_of_services(
    year: int, rows: int, acting: platform.Officer, real_data: Path
) -> None:
    folder = real_data / "care_inspectorate"
    dataset_id = files.imported(acting, folder / f"care_inspectorate_datastore_{year}-03-31.csv.gz")
    found = register.dataset(dataset_id, seen_by=acting)
    assert found.rows_read == rows
    assert register.services(seen_by=acting).count() == found.rows_kept
