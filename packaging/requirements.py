"""requirements.py measure LIBRARY...: prints which systems native libraries run on, measured from their files.
requirements.py check LIBRARY...: compares with the table in docs/platforms.md, and ends with 1 where a library needs more."""

import re
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(_ROOT / "bindings" / "python" / "backend"))

import battery_binary  # noqa: E402: it is in the folder above

_NAMES = {"linux": "glibc", "linux-musl": "musl", "win": "Windows", "osx": "macOS"}

# What every system of the table has.
_SYSTEM_LIBRARIES = {
    "linux": r"lib(c|m|dl|rt|pthread)\.so\.\d|ld-linux.*",
    "linux-musl": r"libc\.musl.*",
    "win": r"(?i)(advapi32|bcrypt|kernel32|ntdll|ole32|oleaut32|setupapi|user32|ws2_32|ucrtbase|api-ms-win-.*)\.dll",
    "osx": r"/usr/lib/.*|/System/Library/.*",
}


def main(verb, *paths):
    documented = _documented()
    problems = []
    for path in paths:
        binary = battery_binary.read(path)
        measured = ".".join(str(part) for part in binary.oldest)
        print(f"{binary.rid}: {_NAMES[binary.system]} {measured}; loads {', '.join(sorted(set(binary.libraries)))}")
        oldest = documented[binary.rid]
        # The file of a library for musl names no version.
        if binary.system != "linux-musl" and binary.oldest > oldest:
            limit = ".".join(str(part) for part in oldest)
            problems.append(f"{path} needs {_NAMES[binary.system]} {measured}; docs/platforms.md says {limit}. Build it on an older system.")
        foreign = [name for name in binary.libraries if not re.fullmatch(_SYSTEM_LIBRARIES[binary.system], name)]
        if foreign:
            problems.append(f"{path} loads {', '.join(foreign)}, which not every system has. Link it statically.")
    for problem in problems if verb == "check" else []:
        print(problem, file=sys.stderr)
    return 1 if problems and verb == "check" else 0


def _documented():
    """The oldest version of the system for each runtime identifier."""
    text = (_ROOT / "docs" / "platforms.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z0-9, -]+) \| (?:glibc|musl|Windows|macOS) ([\d.]+)", text, re.M)
    return {rid: tuple(int(part) for part in version.split(".")) for rids, version in rows for rid in rids.split(", ")}


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("measure", "check"):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
