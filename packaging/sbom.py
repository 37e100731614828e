"""sbom.py BOM RELEASE RUNTIME: adds to a bill of materials what its tool cannot see, and prints it: the .NET runtime inside each native
library, uPlot inside the module, and the files of the release with their sums."""

import datetime
import hashlib
import json
import os
import re
import sys
from pathlib import Path

_ASSETS = Path(__file__).parents[1] / "src" / "Battery.History" / "Report" / "assets" / "README.md"
_MIT = [{"license": {"id": "MIT"}}]


def main(bom, release, runtime):
    document = json.loads(Path(bom).read_text("utf-8"))
    date = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    document["metadata"]["timestamp"] = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    files = sorted(Path(release).iterdir())
    rids = sorted(match.group(1) for file in files if (match := re.fullmatch(r"libbattery-[\d.]+-(.*)\.tar\.gz", file.name)))
    document["components"] += [_runtime(rid, runtime) for rid in rids] + [_uplot()] + [_file(file) for file in files]
    document["components"].sort(key=lambda component: (component["type"], component["name"]))
    json.dump(document, sys.stdout, indent=2, sort_keys=True)
    print()


def _runtime(rid, version):
    name = f"Microsoft.NETCore.App.Runtime.NativeAOT.{rid}"
    description = f"The .NET runtime, parts of which are linked into the native library for {rid}"
    return _component("library", name, version, f"pkg:nuget/{name}@{version}", description)


def _uplot():
    version = re.search(r"`uplot` ([\d.]+)", _ASSETS.read_text("utf-8")).group(1)
    return _component("library", "uplot", version, f"pkg:npm/uplot@{version}", "Draws the charts of reports; embedded in Battery.History.dll")


def _component(kind, name, version, purl, description):
    return {
        "type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl, "description": description, "licenses": _MIT, "scope": "required",
    }


def _file(path):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "file", "bom-ref": f"file:{path.name}", "name": path.name, "hashes": [{"alg": "SHA-256", "content": digest}]}


if __name__ == "__main__":
    main(*sys.argv[1:])
