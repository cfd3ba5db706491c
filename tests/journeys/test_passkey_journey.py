"""Somebody adds a passkey, names it, signs in with nothing else, and removes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class WithAPasskey(Person):
    """Somebody whose computer can keep passkeys."""

    def __init__(self, browser: Browser, carewright: Running) -> None:
        super().__init__(browser, carewright, DESK)
        # No browser makes a passkey for an address in figures.
        self.site = carewright.address("").replace("127.0.0.1", "localhost")
        self.devices = self.context.new_cdp_session(self.page)
        self.devices.send("WebAuthn.enable")
        made = self.devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        self.device: str = made["authenticatorId"]

    def opens(self, path: str) -> None:
        """Comes to a page by its address, under the host's name."""
        super().opens(f"{self.site}{path}")

    def passkeys(self) -> list[Any]:
        """What the computer keeps."""
        found = self.devices.send("WebAuthn.getCredentials", {"authenticatorId": self.device})
        return list(found["credentials"])

    def shows_the_passkey(self, words: str, *, and_comes_to: str) -> None:
        """Presses a button whose script asks the computer and then sends the form by itself.

        The page before stands until the computer has answered, so it is the next that is looked at.
        """
        self.page.get_by_role("button", name=words, exact=True).click()
        self.is_on(and_comes_to)
        self._arrives()

    def refuses(self, refuses: bool) -> None:
        """Does not show finger or face from now on, or does again."""
        self.devices.send(
            "WebAuthn.setUserVerified",
            {"authenticatorId": self.device, "isUserVerified": not refuses},
        )


@pytest.fixture
def person(browser: Browser, carewright: Running) -> Iterator[WithAPasskey]:
    sits = WithAPasskey(browser, carewright)
    yield sits
    sits.leaves()


def test_a_passkey_opens_the_door_without_a_password(person: WithAPasskey) -> None:
    complaints: list[str] = []
    person.page.on("console", lambda said: complaints.append(said.text))
    person.signs_in_as("Morag Ashby")
    person.opens("/second-factor/passkeys/")
    person.reads("You have no passkey yet.")
    person.presses("Add a passkey")
    person.answers("Name", "My work computer")
    # A practice sign-in proves nothing, so the codes are shown to the passkey only.
    person.shows_the_passkey("Add the passkey", and_comes_to="Is it still you?")
    person.follows("Use a passkey instead")
    person.shows_the_passkey("Show my passkey", and_comes_to="Your recovery codes")
    assert len(person.passkeys()) == 1

    person.opens("/second-factor/passkeys/")
    person.reads("My work computer")
    person.follows("Rename My work computer")
    person.answers("Name", "The grey laptop")
    person.presses("Save the name")
    person.reads("The grey laptop")

    person.presses("Sign out")
    person.opens("/sign-in/")
    person.refuses(True)
    person.page.get_by_role("button", name="Sign in with a passkey").click()
    expect(person.page.get_by_role("alert")).to_contain_text("That did not work")
    person.finds_the_page_accessible()
    person.refuses(False)
    person.shows_the_passkey("Sign in with a passkey", and_comes_to="Inbox")

    person.opens("/second-factor/passkeys/")
    person.follows("Remove The grey laptop")
    person.presses("Remove it")
    person.reads("You have no passkey yet.")
    assert not [each for each in complaints if "Content Security Policy" in each]


def test_without_script_no_passkey_is_offered(browser: Browser, carewright: Running) -> None:
    person = Person(browser, carewright, TELEPHONE_WITHOUT_SCRIPT)
    person.opens("/sign-in/")
    expect(person.page.get_by_role("button", name=re.compile("passkey"))).to_have_count(0)
    person.leaves()
