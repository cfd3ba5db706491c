"""A round of uplifts, its lines, and what it comes to for each provider."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.uplift.rules.life_of_a_round import APPROVED_ONCE, READ_TWICE, RoundState

_READ_TWICE = sorted(state.value for state in READ_TWICE)
_APPROVED = sorted(state.value for state in APPROVED_ONCE)
_AFTER_APPLYING = [RoundState.APPLIED.value, RoundState.REVERSED.value, RoundState.PAID.value]


_IN_SQL = ", ".join(f"'{state}'" for state in _READ_TWICE)


#: Lines come and go while a round is open, and never once a second person has read it. Asked once
#: a statement, as a preview writes 40,000 lines by one.
_LINES_OF_A_READ_ROUND = """
    IF EXISTS (
        SELECT 1 FROM uplift_upliftround AS whole
        WHERE whole.state IN (READ_TWICE) AND whole.id IN (SELECT round_id FROM lines)
    ) THEN
        RAISE EXCEPTION 'A round of uplifts that was read keeps its lines';
    END IF;
    RETURN NULL;
""".replace("READ_TWICE", _IN_SQL)


def _keeps_lines(name: str, operation: pgtrigger.Operation, side: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        referencing=pgtrigger.Referencing(**{side: "lines"}),  # type: ignore[no-untyped-call]
        func=_LINES_OF_A_READ_ROUND,
    )


def _accounts() -> ArrayField:  # type: ignore[type-arg]
    return ArrayField(models.UUIDField(), default=list)


class UpliftRound(models.Model):
    """Prices that rise together from one day on, and everybody whose eyes they passed.

    The three lists of accounts share nobody: who changed the round, who read it a second time, who
    approved it. The database holds to that, whatever path leads there.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()
    reason = models.TextField()
    effective_on = models.DateField()
    rule = models.JSONField()
    budget_pence = models.BigIntegerField(null=True)  # for the year, of all that was chosen
    growth_pence = models.BigIntegerField(default=0)  # of hours, in the same year
    savings_pence = models.BigIntegerField(default=0)
    answer_by = models.DateField(null=True)  # by when providers are asked to answer
    asked = models.TextField(blank=True, db_default="")  # what they are asked to show
    state = models.CharField(max_length=20, default=RoundState.PROPOSED.value)
    proposed_by_name = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    previewed_by_name = models.CharField(max_length=200, blank=True)
    previewed_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)  # of the prices that the preview read
    figures = models.JSONField(default=dict)  # what the whole preview came to
    touched_by_accounts = _accounts()
    checked_by_accounts = _accounts()
    approved_by_accounts = _accounts()
    checked_at = models.DateTimeField(null=True)
    request_id = models.UUIDField(null=True)  # the approval that was asked for
    applied_by_name = models.CharField(max_length=200, blank=True)
    applied_at = models.DateTimeField(null=True)
    owed_pence = models.BigIntegerField(null=True)  # for days delivered before it was applied
    undo_asked_by_account = models.UUIDField(null=True)
    undo_asked_by_name = models.CharField(max_length=200, blank=True)
    undo_reason = models.TextField(blank=True)
    undone_by_account = models.UUIDField(null=True)
    undone_by_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField(blank=True)

    objects = OrganisationQuerySet["UpliftRound"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="uplift_round_forgets_nobody_who_touched_it",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts)"
                ),
                func="RAISE EXCEPTION 'Whoever touched a round of uplifts stays named in it';",
            ),
            pgtrigger.Trigger(
                name="uplift_round_stays_as_it_was_read",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    f"OLD.state IN ({_IN_SQL}) AND NEW.state IN ({_IN_SQL}) AND ("
                    "NEW.rule <> OLD.rule OR NEW.effective_on <> OLD.effective_on "
                    "OR NEW.digest <> OLD.digest)"
                ),
                func="RAISE EXCEPTION 'A round of uplifts that was read stays as it was read';",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="uplift_round_number_is_own"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in RoundState]),
                name="uplift_round_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & Q(touched_by_accounts__len__gt=0),
                name="uplift_round_says_why_and_whose",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_READ_TWICE) | Q(checked_by_accounts__len__gt=0),
                name="uplift_round_was_read_twice",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_APPROVED)
                | Q(approved_by_accounts__len__gt=0, request_id__isnull=False),
                name="uplift_round_was_approved",
            ),
            models.CheckConstraint(
                condition=~Q(checked_by_accounts__overlap=F("touched_by_accounts")),
                name="uplift_round_is_read_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by_accounts__overlap=F("touched_by_accounts"))
                & ~Q(approved_by_accounts__overlap=F("checked_by_accounts")),
                name="uplift_round_is_approved_by_a_third_person",
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.PROPOSED.value)
                | Q(state=RoundState.WITHDRAWN.value)
                | (~Q(digest="") & Q(previewed_at__isnull=False)),
                name="uplift_round_past_its_proposal_was_previewed",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_AFTER_APPLYING, applied_at__isnull=False)
                | (~Q(state__in=_AFTER_APPLYING) & Q(applied_at=None)),
                name="uplift_round_applied_says_when",
            ),
            models.CheckConstraint(
                condition=Q(undone_by_account=None)
                | (
                    Q(undo_asked_by_account__isnull=False)
                    & ~Q(undone_by_account=F("undo_asked_by_account"))
                ),
                name="uplift_round_is_reversed_by_two_persons",
            ),
            models.CheckConstraint(
                condition=~Q(state=RoundState.REVERSED.value) | Q(undone_by_account__isnull=False),
                name="uplift_round_reversed_says_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"U-{self.number:04d}"


class UpliftLine(models.Model):
    """One price line as the preview found it, and what it would become; no new price: left out.

    The ids are those of the register of agreements; the words stay though agreements change.
    """

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # A preview writes 40,000 of these: no index of their own, as those below begin with the round.
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    round = models.ForeignKey(
        UpliftRound, on_delete=models.CASCADE, related_name="lines", db_index=False
    )
    place = models.PositiveIntegerField()
    agreement_id = models.UUIDField()
    reference = models.CharField(max_length=20)  # of the agreement: C-0417
    one_person = models.BooleanField()  # of one person's placement, which not everybody sees
    provider_key = models.CharField(max_length=300)
    provider_name = models.CharField(max_length=300)
    priced = models.CharField(max_length=500)
    unit = models.CharField(max_length=10, blank=True, db_default="")
    price_line_id = models.UUIDField()
    new_line_id = models.UUIDField()
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)  # of the price line itself
    old_pence = models.BigIntegerField()
    new_pence = models.BigIntegerField(null=True)
    source = models.CharField(max_length=300, blank=True)  # the formula, or what was agreed
    left_out = ArrayField(models.CharField(max_length=20), default=list)
    counted = models.CharField(max_length=20)
    quantity = models.DecimalField(max_digits=16, decimal_places=3)  # units in a year
    spend_now_pence = models.BigIntegerField()
    effect_pence = models.BigIntegerField()  # in a year
    floor_pence = models.BigIntegerField(null=True)
    floor = models.CharField(max_length=20)
    owed_pence = models.BigIntegerField(null=True)  # when it was applied after its day

    objects = OrganisationQuerySet["UpliftLine"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["round", "provider_key", "place"], name="uplift_line_of_provider"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="uplift_line_keeps_its_prices",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "((NEW.round_id, NEW.price_line_id, NEW.new_line_id, NEW.old_pence) "
                    "<> (OLD.round_id, OLD.price_line_id, OLD.new_line_id, OLD.old_pence) "
                    "OR NEW.new_pence IS DISTINCT FROM OLD.new_pence)"
                ),
                func="RAISE EXCEPTION 'A line of a round keeps its prices; preview it anew';",
            ),
            _keeps_lines("uplift_line_comes_before_reading", pgtrigger.Insert, "new"),
            _keeps_lines("uplift_line_goes_before_reading", pgtrigger.Delete, "old"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["round", "price_line_id"], name="uplift_line_stands_once_in_a_round"
            ),
            models.UniqueConstraint(fields=["round", "place"], name="uplift_line_has_its_place"),
            models.CheckConstraint(
                condition=Q(new_pence__isnull=False, left_out=[])
                | (Q(new_pence=None) & ~Q(left_out=[])),
                name="uplift_line_has_a_price_or_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.priced}"


class UpliftProvider(models.Model):
    """What a round would do to one provider, as it was previewed; pence in a year."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(UpliftRound, on_delete=models.CASCADE, related_name="providers")
    key = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    lines = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    people = models.PositiveIntegerField(null=True)
    main = models.CharField(max_length=500, blank=True)  # the line with most spend
    main_old_pence = models.BigIntegerField(null=True)
    main_new_pence = models.BigIntegerField(null=True)
    spend_now_pence = models.BigIntegerField()
    effect_pence = models.BigIntegerField()
    below = models.PositiveIntegerField()  # lines below the floor
    explained = models.PositiveIntegerField()  # of them with a director's reason
    shortfall_pence = models.BigIntegerField(default=0)  # a unit, the worst of them
    figures = models.CharField(max_length=64, blank=True, db_default="")  # digest of its new prices
    # The same without prices of one person each, for who may not see them: null where it has none,
    # empty where it has nothing else.
    open_to_all = models.JSONField(null=True)

    objects = OrganisationQuerySet["UpliftProvider"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["round", "key"], name="uplift_provider_stands_once_in_a_round"
            ),
        )

    def __str__(self) -> str:
        return self.name
