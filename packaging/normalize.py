#!/usr/bin/env python3
"""normalize.py PACKAGE OUTPUT: copies a NuGet package so that its bytes follow from its files alone: sorted, with one time, and without random names."""

import os
import re
import sys
import time
import zipfile


def main(package, output):
    date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(package) as source:
        files = {name: source.read(name) for name in source.namelist()}
    # NuGet gives this file and the ids of the relations random names.
    properties = next(name for name in files if name.endswith(".psmdcp"))
    files["package/services/metadata/core-properties/properties.psmdcp"] = files.pop(properties)
    relations = files["_rels/.rels"].decode().replace(properties, "package/services/metadata/core-properties/properties.psmdcp")
    numbers = iter(range(1, 100))
    files["_rels/.rels"] = re.sub(r'Id="[^"]*"', lambda _: f'Id="R{next(numbers)}"', relations).encode()
    with zipfile.ZipFile(output, "w") as target:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, date)
            member.external_attr = 0o100644 << 16
            target.writestr(member, files[name], zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main(*sys.argv[1:])
