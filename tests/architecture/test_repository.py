"""What the repository promises to whoever clones it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections import Counter

from tests.architecture.stages import REPOSITORY


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [name for name in listed if (REPOSITORY / name).is_file()]


def test_no_lock_file_names_an_address() -> None:
    for lock in REPOSITORY.glob("requirements*.lock"):
        assert not re.search(r"https?://", lock.read_text()), lock.name
    assert not {"uv.lock", "pylock.toml"} & set(tracked())


def test_every_locked_requirement_carries_its_hash() -> None:
    for lock in REPOSITORY.glob("requirements*.lock"):
        for requirement in re.split(r"\n(?=[a-z0-9])", lock.read_text().strip()):
            assert "--hash=sha256:" in requirement, requirement.splitlines()[0]


def test_no_package_registry_is_named_anywhere() -> None:
    # Put together here, so that this file does not name one either.
    hosts = [
        ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))
    ]
    for name in tracked():
        content = (REPOSITORY / name).read_bytes()
        assert not any(host.encode() in content for host in hosts), name


def test_every_dependency_says_why_it_is_here() -> None:
    declared = (REPOSITORY / "pyproject.toml").read_text()
    project = tomllib.loads(declared)["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        line = next(line for line in declared.splitlines() if f'"{requirement}"' in line)
        assert re.search(r"#\s*\S+\s+\S+", line), f"{requirement} has no reason beside it"


def test_no_two_decisions_share_a_number() -> None:
    numbers = Counter(p.name[:4] for p in (REPOSITORY / "docs" / "adr").glob("[0-9]*.md"))
    assert numbers
    assert max(numbers.values()) == 1
