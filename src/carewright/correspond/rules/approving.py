"""When the words of a template may be used, and when nobody may use it."""

from __future__ import annotations

#: More than this at once would keep whoever asks waiting, as each letter is drawn twice.
MOST_AT_ONCE = 25


def blockers_to_approval(*, is_own: bool, approved: bool) -> list[str]:
    """Why this person may not approve these words: two read what goes out under one name."""
    found = []
    if approved:
        found.append("These words are approved already")
    if is_own:
        found.append("Somebody else than whoever wrote the words approves them")
    return found


def blockers_to_writing(*, approved: bool, how_many: int) -> list[str]:
    """Why no letters can be written from the template now."""
    found = []
    if not approved:
        found.append("Nobody has approved the words of this template yet")
    if not how_many:
        found.append("Choose at least one")
    if how_many > MOST_AT_ONCE:
        found.append(f"Choose {MOST_AT_ONCE} at most; write to the others after that")
    return found
