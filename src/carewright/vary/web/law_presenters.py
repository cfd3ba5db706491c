"""What the law says of a change, and what earlier ones have left."""

from __future__ import annotations

from django.utils.translation import gettext as _

from carewright.ui.formats import not_known, percent, pounds
from carewright.ui.rows import Grid, GridCell, GridColumn, Tag
from carewright.vary import api as vary
from carewright.vary.web.written import signed
from carewright_engine.charts import Caption, Picture, Share, share_bars
from carewright_engine.rules.modifications import Ground, Modification

STANDS: dict[bool | None, Tag] = {
    True: Tag("Carries it", "good"), False: Tag("Does not", "none"), None: Tag("Not known", "wait"),
}  # fmt: skip


def law_grid(found: Modification) -> Grid:
    """Every ground of the regime, with what speaks for it and against it."""
    columns = (_("Ground"), _("Carries it"), _("Because"), _("Left on it"), _("Written in"))
    return Grid(
        caption=_("Grounds on which it may be changed without a new procurement"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(_ground(each) for each in found.grounds), stacked=True,
    )  # fmt: skip


def _ground(each: Ground) -> tuple[str | GridCell, ...]:
    why = (*each.reasons_against, *each.needs) if not each.applies else each.reasons_for
    left = not_measured() if each.left_pence is None else pounds(each.left_pence, whole=True)
    return (
        each.words, GridCell(tag=STANDS[each.applies]), "; ".join(why), left,
        GridCell(each.source, beneath="" if each.verified else not_verified()),
    )  # fmt: skip


def finding_of(found: Modification) -> str:
    """What the law says, in a heading."""
    if found.allowed is None:
        return _("Whether it may be made is not known yet")
    if found.ground is None:
        return _("No ground carries it: it takes a new procurement")
    return _("It may be made: %s") % found.ground.words.lower()


def headroom_picture(sums: vary.SoFar, found: Modification) -> Picture | None:
    """What earlier changes have used of each ground that adds them up."""
    measured = [each for each in found.grounds if each.left_pence is not None]
    if not measured:
        return None
    caption = Caption(
        "headroom", _("Used of what each ground allows"),
        how_to_read=_("All earlier variations together; what is left may still be added."),
    )  # fmt: skip
    shares = []
    for each in measured:
        used = max(0, _used(each, sums))
        whole = used + (each.left_pence or 0)
        note = _("%(used)s used, %(left)s left") % {
            "used": pounds(used, whole=True), "left": pounds(each.left_pence, whole=True)
        }  # fmt: skip
        shares.append(Share(each.words, used / 100, whole / 100, note=note))
    return share_bars(
        caption, shares, rows_are=_("Ground"), parts_are=_("Used, £"), wholes_are=_("In all, £")
    )


def headroom_says(sums: vary.SoFar) -> str:
    """By how much all variations have moved the value since the award."""
    if sums.original_pence is None:
        return _("Nobody knows what the agreement is worth, so nothing can be measured")
    if not sums.net_pence:
        return _("No variation has changed the value")
    share = percent(sums.net_pence / sums.original_pence) if sums.original_pence else not_known()
    return _("Variations changed the value by %(pounds)s, %(share)s of the award") % {
        "pounds": signed(sums.net_pence), "share": share,
    }  # fmt: skip


def _used(each: Ground, sums: vary.SoFar) -> int:
    if each.id.endswith("own_decision"):
        return sums.own_decision_pence
    if ".mod.small" in each.id:
        return sums.small_pence
    return sums.value_pence or 0  # of a ground that stays below a threshold


def not_verified() -> str:
    """What stands beside law that nobody has read and confirmed."""
    return _("Not verified")


def not_measured() -> str:
    """Where each change is measured for itself."""
    return _("Each change for itself")
