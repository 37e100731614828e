#!/usr/bin/env python3
"""links.py FOLDER VERSION ADDRESS: resolves the links of the pages in a folder of a package. ADDRESS is that of the project, or empty."""

import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(_ROOT / "bindings" / "python" / "backend"))

import battery_links  # noqa: E402: it is in the folder above


def main(folder, version, address):
    # Each file is a copy of one in docs/ or at the top of the repository.
    files = {file: file.name if (_ROOT / file.name).exists() else f"docs/{file.name}" for file in sorted(Path(folder).iterdir())}
    for file, page in files.items():
        if file.suffix == ".md":
            file.write_bytes(battery_links.resolve(file.read_text("utf-8"), page, files.values(), address, version).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
