"""What is kept of where somebody signed in: a browser's name and a rough network, no address."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

#: The first that fits: browsers name their forebears too, the newest first.
BROWSERS: Final = (
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # fmt: skip
SYSTEMS: Final = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def device_of(user_agent: str) -> str:
    """A browser as its owner would call it, such as Firefox on Windows."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "Unknown browser"


def place_of(address: str) -> str:
    """A network as far as it tells its owner something and points at nobody's home."""
    try:
        found = ip_address(address)
    except ValueError:
        return "Unknown network"
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if found.is_loopback:
        return "This machine"
    if found.is_private:
        return "A private network"
    if isinstance(found, IPv4Address):
        return f"Internet, {'.'.join(str(found).split('.')[:2])}.x.x"
    return f"Internet, {':'.join(found.exploded.split(':')[:2])}::"
