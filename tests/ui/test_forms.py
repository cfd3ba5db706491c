"""Questions are drawn with the design system, and errors say what to do, beside and above."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright.ui.dates import DateField
from carewright.ui.errors import ErrorSummary
from carewright.ui.forms import PlainForm, PoundsField
from carewright.ui.gallery import WRONG, EveryQuestion
from tests.ui.printed import printed


class Page(HTMLParser):
    """The ids of a page, and where its links and labels lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labels: list[str] = []
        self.inputs: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(str(found["id"]))
        if tag == "a" and str(found.get("href")).startswith("#"):
            self.links.append(str(found["href"])[1:])
        if tag == "label" and "for" in found:
            self.labels.append(str(found["for"]))
        if tag in {"input", "select", "textarea"}:
            self.inputs.append({**found, "tag": tag})

    def find(self, name: str) -> dict[str, str | None]:
        return next(each for each in self.inputs if each.get("name") == name)


def form_page(form: forms.Form) -> str:
    return printed("ui/form_page.html", form=form, title="Record a service")


def wrong_form() -> EveryQuestion:
    return EveryQuestion(WRONG, {"plan": SimpleUploadedFile("plan.pdf", b"")})


def asked(field: forms.Field, data: dict[str, Any] | None = None, **options: Any) -> PlainForm:
    kind = type("Asked", (PlainForm,), {"answer": field})
    return kind(data, **options)


def answer_to(form: PlainForm) -> Any:
    assert form.is_valid(), form.errors
    return form.cleaned_data["answer"]


def sentence(field: forms.Field, typed: Any = "") -> str:
    form = asked(field, {"answer": typed})
    return str(form.errors["answer"][0])


def test_every_link_of_the_error_summary_leads_to_something_that_can_be_filled_in() -> None:
    form = wrong_form()
    page = Page(form_page(form))
    summary = ErrorSummary.of(form)
    fillable = {each.get("id") for each in page.inputs}
    assert summary.lines
    assert {line.href[1:] for line in summary.lines} <= fillable


def test_every_error_stands_in_the_summary_and_beside_its_question_in_the_same_words() -> None:
    form = wrong_form()
    text = form_page(form).replace("&#39;", "'")
    for line in ErrorSummary.of(form).lines:
        assert text.count(line.text) >= 2


def test_no_two_elements_of_a_form_share_an_id() -> None:
    for form in (EveryQuestion(), wrong_form()):
        ids = Page(form_page(form)).ids
        assert sorted(ids) == sorted(set(ids))


def test_every_label_belongs_to_an_input() -> None:
    page = Page(form_page(EveryQuestion()))
    assert set(page.labels) <= set(page.ids)


def test_what_was_typed_is_kept() -> None:
    page = Page(form_page(wrong_form()))
    assert page.find("email")["value"] == "someone@"
    assert page.find("starts-day")["value"] == "31"
    assert page.find("rate")["value"] == "22.555"


def test_a_password_is_never_written_back() -> None:
    form = EveryQuestion({"secret": "correct horse"})
    assert "correct horse" not in form_page(form)


def test_the_page_does_not_let_the_browser_complain_in_its_own_words() -> None:
    text = form_page(EveryQuestion())
    assert "novalidate" in text
    assert not re.search(r"<(input|select|textarea)[^>]*\srequired", text)


def test_a_form_with_a_file_is_sent_in_parts() -> None:
    assert 'enctype="multipart/form-data"' in form_page(EveryQuestion())


def djangos_widgets() -> list[type[forms.Widget]]:
    bases = {"Media", "MediaDefiningClass", "Script", "Widget", "MultiWidget"}
    found = [getattr(forms.widgets, name) for name in forms.widgets.__all__ if name not in bases]
    return [widget for widget in found if not widget().is_hidden]


@pytest.mark.parametrize("widget", djangos_widgets(), ids=lambda widget: widget.__name__)
def test_every_widget_of_django_is_drawn_with_the_design_system(widget: type[forms.Widget]) -> None:
    field = forms.ChoiceField(label="Town", choices=[("a", "Ardmuir")], widget=widget)
    if not hasattr(widget, "choices") and not issubclass(widget, forms.Select):
        field = forms.CharField(label="Town", widget=widget)
    text = form_page(asked(field))
    assert "Town" in text
    assert re.search(r'class="govuk-(input|textarea|select|radios|checkboxes|file|date)', text)
    assert 'name="answer' in text


def test_an_answer_that_may_be_left_out_says_so() -> None:
    text = form_page(EveryQuestion())
    assert "Email address (optional)" in text
    assert "Number of places (optional)" not in text


def test_hidden_inputs_stay_hidden_and_their_errors_lead_nowhere() -> None:
    form = asked(forms.UUIDField(label="Reference", widget=forms.HiddenInput), {"answer": "x"})
    (line,) = ErrorSummary.of(form).lines
    assert line.text.startswith("Reference: ")
    assert line.href == ""
    assert 'type="hidden"' in form_page(form)


def test_words_about_the_form_as_a_whole_come_first() -> None:
    form = wrong_form()
    form.add_error(None, "Somebody else has changed this service meanwhile")
    assert ErrorSummary.of(form).lines[0].text.startswith("Somebody else")


def test_help_and_choices_from_outside_are_escaped_and_our_own_markup_is_not() -> None:
    field = forms.ChoiceField(
        choices=[("a", "<b>A</b>")], widget=forms.RadioSelect, help_text="<i>help</i>"
    )
    text = form_page(asked(field))
    assert "<b>A</b>" not in text
    assert "<i>help</i>" not in text


def test_choices_in_groups_keep_their_groups() -> None:
    text = form_page(EveryQuestion())
    assert '<optgroup label="Care homes">' in text
    assert '<option value="">Choose one</option>' in re.sub(r" selected", "", text)


def test_a_lone_input_can_still_be_printed() -> None:
    assert str(EveryQuestion()["name"]).startswith("<input")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        (forms.CharField(label="Name of the service"), "", "Enter name of the service"),
        (forms.CharField(label="NHS number"), "", "Enter NHS number"),
        (forms.CharField(label="Who asked?"), "", "Answer the question: Who asked?"),
        (forms.ChoiceField(label="Town", choices=[("a", "A")]), "", "Select town"),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "Select one of the answers shown"),
        (forms.BooleanField(label="I agree"), "", "Tick the box: I agree"),
        (forms.IntegerField(), "x", "Enter a whole number, like 12"),
        (forms.IntegerField(max_value=5), "9", "Enter 5 or less"),
        (forms.IntegerField(min_value=5), "1", "Enter 5 or more"),
        (forms.DecimalField(decimal_places=2), "1.234", "at most 2 decimal places"),
        (forms.EmailField(), "x", "Enter an email address, like name@example.org"),
        (
            forms.CharField(max_length=3),
            "four",
            "Enter 3 characters or fewer. You have entered 4",
        ),
        (forms.CharField(max_length=3), "a\0b", "Take out the characters that cannot be shown"),
        (forms.DateField(), "31 June", "Enter a real date, like 3 6 2026"),
        (forms.UUIDField(), "x", "Enter the reference exactly as it was given to you"),
    ],
)
def test_errors_say_what_to_do(field: forms.Field, typed: str, words: str) -> None:
    assert words in sentence(field, typed)


@pytest.mark.parametrize(
    ("typed", "number"), [("17,500", "17500"), ("1,234,567", "1234567"), ("1,234.5", "1234.5")]
)
def test_a_number_is_read_as_people_write_it(typed: str, number: str) -> None:
    form = asked(forms.DecimalField(), {"answer": typed})
    assert form.is_valid()
    assert str(form.cleaned_data["answer"]) == number


@pytest.mark.parametrize("typed", ["17,50", "1,2345", ",500", "1,5"])
def test_a_comma_that_marks_no_thousand_is_refused(typed: str) -> None:
    assert not asked(forms.IntegerField(), {"answer": typed}).is_valid()


def test_questions_that_are_wrong_in_the_same_way_are_named() -> None:
    class Years(PlainForm):
        begins = forms.IntegerField(label="From which year?", min_value=2000)
        ends = forms.IntegerField(label="Until which year?", min_value=2000)

    lines = ErrorSummary.of(Years({"begins": "1999", "ends": "1999"})).lines
    assert [line.text for line in lines] == [
        "From which year: Enter 2000 or more",
        "Until which year: Enter 2000 or more",
    ]


def test_a_form_may_say_its_own_words_for_a_missing_answer() -> None:
    field = forms.CharField(error_messages={"required": "Say why the offer was declined"})
    assert sentence(field) == "Say why the offer was declined"


def test_an_empty_file_is_named_as_such() -> None:
    assert "The file is empty" in str(wrong_form().errors["plan"])


# Dates -------------------------------------------------------------------------------------------


def dated(day: str, month: str, year: str, **options: Any) -> PlainForm:
    data = {"answer-day": day, "answer-month": month, "answer-year": year}
    return asked(DateField(label="Start", **options), data)


@pytest.mark.parametrize(
    ("typed", "words", "first_wrong"),
    [
        (("", "", ""), "Enter start", "day"),
        (("", "6", "2026"), "The date must include a day", "day"),
        (("3", "", "2026"), "The date must include a month", "month"),
        (("3", "6", ""), "The date must include a year", "year"),
        (("", "", "2026"), "The date must include a day and a month", "day"),
        (("3", "", ""), "The date must include a month and a year", "month"),
        (("31", "6", "2026"), "June 2026 has 30 days", "day"),
        (("29", "2", "2026"), "February 2026 has 28 days", "day"),
        (("3", "13", "2026"), "The month must be a number from 1 to 12", "month"),
        (("3", "6", "26"), "The year must have 4 numbers, like 2026", "year"),
        (("3", "6", "0000"), "The year must have 4 numbers", "year"),
        (("²", "6", "2026"), "June 2026 has 30 days", "day"),
        (("-3", "6", "2026"), "June 2026 has 30 days", "day"),
    ],
)
def test_a_wrong_date_says_which_part_to_put_right(
    typed: tuple[str, str, str], words: str, first_wrong: str
) -> None:
    form = dated(*typed)
    assert words in str(form.errors["answer"][0])
    assert ErrorSummary.of(form).lines[0].href == f"#id_answer-{first_wrong}"


@pytest.mark.parametrize("month", ["6", "06", "June", "june", "Jun"])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert answer_to(dated("3", month, "2026")) == date(2026, 6, 3)


def test_only_the_wrong_part_of_a_date_is_marked() -> None:
    page = Page(form_page(dated("31", "6", "2026")))
    marked = [each["name"] for each in page.inputs if "--error" in str(each.get("class"))]
    assert marked == ["answer-day"]


def test_a_date_outside_the_limits_is_told_the_limit() -> None:
    late = dated("1", "1", "2031", latest=date(2030, 12, 31))
    assert "on or before 31 December 2030" in str(late.errors)
    early = dated("1", "1", "2020", earliest=date(2024, 4, 1))
    assert "on or after 1 April 2024" in str(early.errors)


def test_the_box_around_a_date_and_its_first_input_have_different_ids() -> None:
    page = Page(form_page(dated("", "", "")))
    assert {"id_answer", "id_answer-day", "id_answer-month", "id_answer-year"} <= set(page.ids)
    assert page.ids.count("id_answer") == 1


@settings(deadline=None)
@given(st.tuples(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6)))
def test_no_text_breaks_the_question_for_a_date(typed: tuple[str, str, str]) -> None:
    form = dated(*typed, required=False)
    assert form.is_valid() or form.errors["answer"]


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 1)))
def test_every_real_date_is_understood(day: date) -> None:
    form = dated(str(day.day), str(day.month), f"{day.year:04d}")
    assert answer_to(form) == day


# Money -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("412.30", 41_230), ("£1,234.5", 123_450), (" 12 ", 1_200), ("0", 0), (".5", 50)],
)
def test_pounds_are_typed_as_people_write_them(typed: str, pence: int) -> None:
    assert answer_to(asked(PoundsField(), {"answer": typed})) == pence


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("x", "Enter an amount in pounds"),
        ("1e99", "Enter a smaller amount"),
        ("1e400000000", "Enter a smaller amount"),
        ("1e-400000000", "at most 2 figures after the point"),
        ("1.234", "at most 2 figures after the point"),
        ("-5", "£0 or more"),
        ("NaN", "Enter an amount in pounds"),
        ("Infinity", "Enter an amount in pounds"),
    ],
)
def test_an_amount_that_makes_no_sense_is_refused(typed: str, words: str) -> None:
    assert words in sentence(PoundsField(), typed)


def test_a_known_amount_is_shown_in_pounds_and_unchanged_unless_retyped() -> None:
    form = asked(PoundsField(), {"answer": "22.05"}, initial={"answer": 2_205})
    assert not form.has_changed()
    page = Page(form_page(asked(PoundsField(), initial={"answer": 2_205})))
    assert page.find("answer")["value"] == "22.05"
