"""Releases checked as a whole: the schema, what is odd, what cannot be so, who it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carewright_engine.open_contracting.coherence import incoherences
from carewright_engine.open_contracting.findings import Finding, Release, stopping
from carewright_engine.open_contracting.looking import breaches, is_plain, oddities
from carewright_engine.open_contracting.privacy import signs_of_one_person


@dataclass(frozen=True, slots=True)
class Checked:
    """A release and all that was found in it, in the order in which one would put it right."""

    release: Release
    found: tuple[Finding, ...]

    @property
    def may_be_published(self) -> bool:
        """Whether nothing keeps a release of ours from being published."""
        return not stopping(self.found)

    @property
    def name(self) -> str:
        """How the release is spoken of: its id, else its process and date."""
        said = self.release.get("id")
        return str(said or f"{self.release.get('ocid')} of {self.release.get('date')}")


def checked(release: Release) -> Checked:
    """One release with everything found in it."""
    found = [] if is_plain(release) else [*breaches(release), *oddities(release)]
    return Checked(release, (*found, *incoherences(release), *signs_of_one_person(release)))


def all_checked(releases: Iterable[Release]) -> list[Checked]:
    """Every release of a file, in its order."""
    return [checked(release) for release in releases]
