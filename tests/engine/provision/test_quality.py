"""Quality by the regulator's word, its age, and what it does not say."""

from __future__ import annotations

from datetime import date

from tests.engine.provision.frames import care_at_home, fife, home, inputs_of, table


def test_good_is_a_lowest_grade_of_four_of_those_graded() -> None:
    rows = [home(min_grade=4), home(min_grade=3), home(min_grade=None)]
    answer = fife(inputs_of(rows))
    assert answer.figure("quality.good_share").value == 0.5
    assert answer.figure("quality.ungraded").value == 1


def test_a_service_with_no_grade_is_listed_as_not_assessed() -> None:
    answer = fife(inputs_of([home(), home(min_grade=None)]))
    assert any("1 home with no grade" in gap.question for gap in answer.not_assessed)


def test_no_grades_at_all_are_not_a_fail_and_not_a_pass() -> None:
    answer = fife(inputs_of([home(min_grade=None)]))
    assert answer.figure("quality.good").value is None
    assert answer.section("quality").heading == "Quality cannot be shown: no grades are given"


def test_a_grade_older_than_two_years_is_old() -> None:
    rows = [home(graded_on=date(2020, 3, 1)), home(graded_on=date(2021, 9, 30)), home()]
    answer = fife(inputs_of(rows))
    assert answer.figure("quality.stale").value == 1
    assert "of 2 grades" in answer.figure("quality.stale").words


def test_a_spread_that_no_list_states_is_not_known_and_not_nothing() -> None:
    answer = fife(inputs_of([home(max_grade=None)]))
    assert answer.figure("quality.spread").value is None
    assert answer.figure("quality.spread").what_would_fill_it


def test_a_spread_is_of_the_services_that_state_their_best_grade() -> None:
    level, unstated = home(min_grade=4, max_grade=4), home(max_grade=None)
    spread = fife(inputs_of([level, unstated])).figure("quality.spread")
    assert spread.value == 0
    assert spread.rows.count == 1


def test_the_trend_takes_every_list_up_to_the_day() -> None:
    rows = [
        home(as_at=date(2019, 3, 31), min_grade=4),
        home(as_at=date(2022, 3, 31), min_grade=2),
        home(as_at=date(2023, 3, 31), min_grade=6),
    ]
    trend = fife(inputs_of(rows)).grid("grade_trend")
    assert trend.column("share") == [1.0, 0.0]


def test_complaints_nobody_stated_are_not_none() -> None:
    assert fife(inputs_of([home()])).figure("quality.complaints").value is None
    stated = fife(inputs_of([home(complaints_upheld=2, complaints_year="2021/22"), home()]))
    assert stated.figure("quality.complaints").value == 2
    assert "2021/22" in stated.figure("quality.complaints").words


def test_complaints_say_how_many_services_state_any_and_what_a_blank_means() -> None:
    found = fife(inputs_of([home(complaints_upheld=2, complaints_year="2021/22"), home(), home()]))
    assert found.figure("quality.complaints").words == (
        "complaints upheld or partly upheld, 2021/22, in the 1 of 3 homes that state any; "
        "the regulator leaves a blank where there was none"
    )


def test_a_blank_is_not_none_where_the_publisher_does_not_say_so() -> None:
    rows = [home(enforcements=1), home(register="council_list")]
    words = fife(inputs_of(rows)).figure("quality.enforcements").words
    assert words.endswith("in the 1 of 2 homes that state any; of the others it is not known")


def test_complaints_that_every_service_states_are_across_all_of_them() -> None:
    words = fife(inputs_of([home(complaints_upheld=0)])).figure("quality.complaints").words
    assert words.endswith("across 1 home")


def test_ratings_in_words_are_read_as_words() -> None:
    rows = [home(min_grade=None, rating="Good"), home(min_grade=None, rating="Inadequate")]
    answer = fife(inputs_of(rows))
    assert answer.figure("quality.rated_good").value == 1
    assert answer.section("quality").heading == "1 of 2 rated homes are good or outstanding"


def test_grades_question_by_question() -> None:
    one = home()
    inputs = inputs_of([one])
    grade = {
        "service_id": one["service_id"],
        "as_at": one["as_at"],
        "scheme": "key_question",
        "question": "leadership",
        "grade": 4,
    }
    stranger = grade | {"service_id": "CS9"}
    frames = {**inputs.frames, "grade": table("grade", [grade, stranger])}
    answer = fife(type(inputs)(frames))
    assert answer.grid("grades_by_question").rows == (
        ("key_question", "leadership", 0, 0, 0, 1, 0, 0),
    )


def test_kinds_are_told_apart_by_what_the_register_calls_them() -> None:
    rows = [
        care_at_home(),
        care_at_home(kind="Support Service: Other than Care at home"),
        care_at_home(kind="Housing Support Service"),
        home(),
        home(kind="Care Home Service: Learning Disabilities", care_group="learning_disability"),
        home(kind="A kind nobody knows", care_group="adults"),
    ]
    assert set(fife(inputs_of(rows)).grid("services_by_kind").column("kind")) == {
        "Care at home",
        "Day and other support",
        "Housing support",
        "Care homes, older people",
        "Care homes, other adults",
        "Other services",
    }
