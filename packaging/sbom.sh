#!/usr/bin/env bash
# sbom.sh: writes the bill of materials of the release (CycloneDX): the packages that the build used, by the tool of CycloneDX, and what
# it cannot see, by sbom.py.
. "$(dirname "$0")/common.sh"

cd "$root"
# One at a time: the command is not made for two, and the tests restore too.
flock "$root/artifacts/tools.lock" dotnet tool restore >&2
dotnet tool run dotnet-CycloneDX src/Battery.Ffi/Battery.Ffi.csproj --disable-package-restore --no-serial-number --spec-version 1.6 \
    --set-name Battery --set-version "$version" --set-type Library --output-format Json --output "$work" --filename packages.cdx.json >&2
python3 packaging/sbom.py "$work/packages.cdx.json" "$release" "$(property_of_library BundledNETCoreAppPackageVersion)" \
    >"$work/battery-$version.cdx.json"
mv "$work/battery-$version.cdx.json" "$release/"
