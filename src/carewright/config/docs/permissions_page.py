"""The pages of trust: who may do what, which rule guards which page, whose data is kept where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from carewright.config.docs.markdown import code, page, table, yes
from carewright.platform import api as platform

INTRODUCTION = (
    "An officer may do an act if one of the roles held on that day allows it, and only to things "
    "that stand in the right relation: the organisation's own, shared by all, or a partner's as "
    "far as partners share that kind of thing. Whatever else belongs to "
    "another organisation does not exist for the officer: the answer is 404, never 403. The "
    "operator acts from the command line of the machine itself."
)
ROUTES = (
    "Every page and every download stands here; a page without a rule is refused to everybody, "
    "and the build fails. Pages that anybody may open say why."
)
HELD = (
    "Every table says whom its rows are about and how long they are kept; a table that does not "
    "fails the build. Where rows are kept apart, row-level security in the database itself shows "
    "an organisation its own rows only, whatever a query forgets "
    "([decision 2](../adr/0002-row-level-security.md)). How long a row is to be kept is declared; "
    "nothing deletes a row when that time is over, and nothing proposes it yet. Tables of the "
    "libraries stand beside these: sessions, second factors and addresses of sign-ins, and the "
    "queue of background work."
)
COUNT = (
    "Declared in all: {routes} addresses, {methods} methods, {roles} roles and {relations} "
    "relations, which is {squares} squares of a matrix. The tests in `tests/authorisation` walk "
    "them over HTTP, all in a full run and a seeded draw of them otherwise, and ask whether each "
    "ends as it is declared here."
)
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
#: Tables whose policies are written out, as each member agrees for itself alone.
AMONG_THOSE_NAMED = {
    f"platform.{model}": "by the organisations named in the terms; added by the lead"
    for model in ("partnershipmember", "partnershipsharing")
}


def permissions_page() -> str:
    """Acts with the roles that have them, roles by kind of organisation, and pages by act."""
    acts = table(("act", "roles", "to what", "operator"), map(_act, platform.Act))
    kinds = table(("organisation", "roles"), map(_kind, platform.OrganisationKind))
    routes = table(("address", "guarded by"), sorted(_routes(get_resolver().url_patterns)))
    parts = (_count(), "## Acts", acts, "## Roles", kinds, "## Pages", ROUTES, routes)
    return page("Permissions", INTRODUCTION, *parts)


def held_page() -> str:
    """Every table with whom it is about, how long it is kept, and how it is kept apart."""
    apart = _kept_apart()
    header = ("table", "what a row is", "about", "kept", "kept apart")
    ours = (m for m in apps.get_models() if m.__module__.startswith("carewright."))
    rows = sorted(_model(model, apart.get(model._meta.label_lower, "")) for model in ours)
    return page("What is kept", HELD, table(header, rows))


def _count() -> str:
    """How much is declared: a page about a thing counts once for each relation to it."""
    every = list(_patterns(get_resolver().url_patterns))
    guarded = [each for _, each in every if platform.policy_of(each.callback)]
    about_a_thing = sum(1 for each in guarded if _is_about_a_thing(each))
    alone, relations = len(guarded) - about_a_thing, len(platform.Relation)
    squares = (alone + about_a_thing * relations) * len(METHODS) * len(platform.Role)
    return COUNT.format(
        routes=len(guarded), methods=len(METHODS), roles=len(platform.Role), relations=relations,
        squares=f"{squares:,}",
    )  # fmt: skip


def _is_about_a_thing(pattern: URLPattern) -> bool:
    policy = platform.policy_of(pattern.callback)
    return bool(policy and policy.act and pattern.pattern.regex.groupindex)


def _act(act: platform.Act) -> tuple[str, str, str, str]:
    permission = platform.PERMISSIONS[act]
    relations = ", ".join(
        _to(each, permission) for each in platform.Relation if each in permission.relations
    )
    return (act.label, _roles(permission.roles), relations, yes(permission.operator))


def _to(relation: platform.Relation, permission: platform.Permission) -> str:
    """The relation; for a partner's things with what must be shared and how far."""
    if relation is not platform.Relation.PARTNER or permission.shared_as is None:
        return relation.value
    return f"partner ({permission.shared_as.value} shared to {permission.from_level.value})"


def _roles(roles: frozenset[platform.Role]) -> str:
    """All roles or all but a few in those words; otherwise each by its name."""
    left_out = frozenset(platform.Role) - roles
    if not roles:
        return "nobody"
    if not left_out:
        return "every role"
    if len(left_out) < len(roles):
        return f"every role but {_named(left_out)}"
    return _named(roles)


def _named(roles: frozenset[platform.Role]) -> str:
    return ", ".join(role.label.lower() for role in platform.Role if role in roles)


def _kind(kind: platform.OrganisationKind) -> tuple[str, str]:
    return (kind.label, _roles(platform.ROLES_OF_KIND[kind]))


def _routes(patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, str]]:
    for where, pattern in _patterns(patterns):
        yield code(where), _guard(platform.policy_of(pattern.callback))


def _patterns(
    patterns: list[URLPattern | URLResolver], prefix: str = "/"
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        where = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, where)
        else:
            yield where, pattern


def _guard(policy: platform.Policy | None) -> str:
    if policy is None:
        return "nothing: refused to everybody"
    if policy.act is not None:
        return policy.act.label
    if policy.guard is platform.Guard.OWN_SIGN_IN:
        return "being signed in; about oneself only"
    if policy.guard is platform.Guard.OWN_RECORD:
        return "consent or law that opens the record; others find nothing"
    return f"public: {policy.why}"


def _model(model: type[Model], apart: str) -> tuple[str, ...]:
    meaning = (model.__doc__ or "").strip().splitlines()[0]
    about = model.personal_data.value.replace("_", " ")  # type: ignore[attr-defined]
    kept = model.retention.value.replace("_", " ")  # type: ignore[attr-defined]
    return (code(model._meta.db_table), meaning, about, kept, apart)


def _kept_apart() -> dict[str, str]:
    """How the migrations keep each table's rows apart, by the model's label."""
    found, joint = {}, {}
    for (app, _), migration in MigrationLoader(None).disk_migrations.items():
        for operation in migration.operations:
            if isinstance(operation, platform.ScopeRows):
                found[f"{app}.{operation.model}"] = _in_words(operation)
            if isinstance(operation, platform.ShareRows):
                joint[f"{app}.{operation.model}"] = operation.kind.label.lower()
    with_partners = {
        model: f"{found.get(model, '')}; partners as far as {kind} are shared"
        for model, kind in joint.items()
    }
    return {**AMONG_THOSE_NAMED, **found, **with_partners}


def _in_words(operation: platform.ScopeRows) -> str:
    if operation.through:
        return "as what it belongs to"
    if operation.shared is platform.Shared.ADDED:
        return "by organisation; rows of none are added, and read by nobody"
    return "by organisation; shared rows read by all" if operation.shared else "by organisation"
