"""The only door of the correspond stage."""

from carewright.correspond.actions.approve_template import approve_version
from carewright.correspond.actions.keep_templates import begin_template, write_version
from carewright.correspond.actions.reach import CannotWrite
from carewright.correspond.actions.write_letters import write_letters
from carewright.correspond.queries.subjects import draft, subject, subjects
from carewright.correspond.queries.templates import letters_of, template, templates
from carewright.correspond.rows import Draft, Letter, Subject, Template, Version
from carewright.correspond.rules.approving import MOST_AT_ONCE, blockers_to_approval
from carewright.correspond.rules.fields import (
    ABOUT,
    EVERYWHERE,
    SubjectKind,
    TemplateKind,
    fields_for,
)
from carewright.correspond.rules.wording import Block, BlockKind, blocks_of, faults_in

__all__ = [
    "ABOUT",
    "EVERYWHERE",
    "MOST_AT_ONCE",
    "Block",
    "BlockKind",
    "CannotWrite",
    "Draft",
    "Letter",
    "Subject",
    "SubjectKind",
    "Template",
    "TemplateKind",
    "Version",
    "approve_version",
    "begin_template",
    "blockers_to_approval",
    "blocks_of",
    "draft",
    "faults_in",
    "fields_for",
    "letters_of",
    "subject",
    "subjects",
    "template",
    "templates",
    "write_letters",
    "write_version",
]
