"""The template environment: strict about what is missing, safe about what is printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import BaseLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from carewright.ui import formats
from carewright.ui.errors import ErrorSummary
from carewright.ui.fields import drawn
from carewright.ui.forms import once_input
from carewright.ui.rows import NOBODY

#: The design system's parts that templates may call by name: `{{ govukButton({...}) }}`.
COMPONENTS = {
    "govukAccordion": "accordion",
    "govukBackLink": "back-link",
    "govukButton": "button",
    "govukCharacterCount": "character-count",
    "govukCheckboxes": "checkboxes",
    "govukDateInput": "date-input",
    "govukDetails": "details",
    "govukErrorMessage": "error-message",
    "govukFieldset": "fieldset",
    "govukFileUpload": "file-upload",
    "govukInput": "input",
    "govukInsetText": "inset-text",
    "govukNotificationBanner": "notification-banner",
    "govukPanel": "panel",
    "govukPasswordInput": "password-input",
    "govukRadios": "radios",
    "govukSelect": "select",
    "govukSummaryList": "summary-list",
    "govukTabs": "tabs",
    "govukTaskList": "task-list",
    "govukTextarea": "textarea",
    "govukWarningText": "warning-text",
}


def environment(**options: Any) -> Environment:
    """Django's options turned into the environment of every page: a name left out is an error."""
    options |= {
        "undefined": StrictUndefined,
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    }
    pages = Environment(**options)  # noqa: S701 (autoescape is on, above)
    pages.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    pages.globals.update(_globals())
    pages.filters.update(
        date=formats.written_date,
        datetime=formats.written_datetime,
        time=formats.written_time,
        number=formats.number,
        percent=formats.percent,
        pounds=formats.pounds,
        count_of=formats.count_of,
        drawn=drawn,
        error_summary=ErrorSummary.of,
    )
    return pages


def _globals() -> dict[str, Any]:
    defaults = {"frame": NOBODY, "errors": None, "caption": "", "lead": "", "crumbs": ()}
    parts = {name: _component(name) for name in COMPONENTS}
    calls = {"static": static, "url": url, "component": component, "once_input": once_input}
    return {**calls, **defaults, **parts}


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named route."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def component(name: str, params: dict[str, Any]) -> Markup:
    """One part of the design system, drawn by its macro."""
    drawing: Markup = _macro(name)(params)
    return drawing


def _component(name: str) -> Callable[[dict[str, Any]], Markup]:
    return lambda params: component(name, params)


@cache
def _macro(name: str) -> Callable[[dict[str, Any]], Markup]:
    """A macro of the design system, compiled on its first use."""
    path = f"govuk_frontend_jinja/components/{COMPONENTS[name]}/macro.html"
    macro: Callable[[dict[str, Any]], Markup] = getattr(
        _design_system().get_template(path).module, name
    )
    return macro


@cache
def _design_system() -> Environment:
    """The macros' own environment: they ask freely for parameters that nobody gave."""
    prefixes: dict[str, BaseLoader] = {
        "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
    }
    return Environment(loader=PrefixLoader(prefixes), autoescape=True)
