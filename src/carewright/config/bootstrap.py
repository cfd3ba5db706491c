"""What `./run` does before anything is installed: needs Python 3.11 and its own library only.

Makes `.venv` from the hash-locked requirements, once, and hands over to the `carewright`
command inside it. When nothing changed it asks no network and takes a tenth of a second.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NEEDS_DEVELOPMENT = {"test", "check", "bench"}
SPACE_NEEDED = 1_200_000_000


def main(arguments: list[str]) -> None:
    """Installs what the command needs, then becomes that command."""
    os.chdir(ROOT)  # first, so that no file of the folder it was called from is run
    development = bool(arguments) and arguments[0] in NEEDS_DEVELOPMENT
    lock = ROOT / ("requirements-dev.lock" if development else "requirements.lock")
    stamp = VENV / f"installed-{lock.stem}"
    wanted = fingerprint(lock)
    if not stamp.exists() or stamp.read_text() != wanted:
        install(lock)
        stamp.write_text(wanted)
        if development:
            plain = ROOT / "requirements.lock"
            (VENV / f"installed-{plain.stem}").write_text(fingerprint(plain))
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [str(PYTHON), "-m", "carewright.config.cli", *arguments]
    os.execve(PYTHON, command, environment)  # noqa: S606 - becoming the command is the point


def fingerprint(lock: Path) -> str:
    """Changes whenever the locked requirements, the package's declaration or its place change."""
    content = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    return hashlib.sha256(content).hexdigest()


def install(lock: Path) -> None:
    """Makes the environment and installs the locked requirements, by their hashes."""
    require_python()
    if not PYTHON.exists():
        say("Making an environment in .venv")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)  # noqa: S603
    say(f"Installing {lock.name} (once; about a minute without a cache)")
    if not install_with_uv(lock):
        pip("install", "--quiet", "--require-hashes", "-r", str(lock))
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def install_with_uv(lock: Path) -> bool:
    """Tries the fast installer; whatever goes wrong, plain pip is tried next."""
    tools = ROOT / "requirements-tools.lock"
    if not pip("install", "--quiet", "--require-hashes", "-r", str(tools), check=False):
        return False
    command = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON)]
    done = subprocess.run(  # noqa: S603 - our own environment
        [*command, "--require-hashes", "-r", str(lock)],
        env={**os.environ, "UV_COMPILE_BYTECODE": "1"},
        check=False,
    )
    return done.returncode == 0


def pip(*arguments: str, check: bool = True) -> bool:
    """Runs the environment's own pip; a failure stops everything with a sentence."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(  # noqa: S603 - our own environment
        [str(PYTHON), "-m", "pip", *arguments], env=environment, check=False
    )
    if done.returncode and check:
        stop(
            "The installation failed; the lines above say why. If the network was down, run the "
            "same command again: nothing is lost."
        )
    return done.returncode == 0


def require_python() -> None:
    """Stops with what to type when the machine lacks something."""
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever Python the machine has
        stop(f"Carewright needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        stop("Python's venv is missing. On Debian type: apt-get install python3-venv")
    free = shutil.disk_usage(ROOT).free
    if free < SPACE_NEEDED and not PYTHON.exists():
        stop(
            f"Only {free // 1_000_000} MB are free in {ROOT}; the installation needs "
            f"{SPACE_NEEDED // 1_000_000} MB. Free some space and run the command again."
        )


def say(words: str) -> None:
    """Tells the person at the terminal what is happening."""
    print(words, file=sys.stderr, flush=True)


def stop(words: str) -> None:
    """Ends with a sentence instead of a traceback."""
    sys.exit(words)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Stopped.")
    except OSError as problem:
        stop(f"Could not finish: {problem}.")
