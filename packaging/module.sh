#!/usr/bin/env bash
# module.sh: makes the package of the PowerShell module, with all native libraries that were laid out.
. "$(dirname "$0")/common.sh"

module=$work/module/Battery
mkdir -p "$module"
cp -r "$root/artifacts/module/Battery/." "$module"
rm -rf "$module/runtimes"
cp -r "$work/runtimes" "$module/runtimes"
cp "$work/THIRD-PARTY-NOTICES.txt" "$module/"
"$root/packaging/links.py" "$module/docs" "$version" "$(property_of_library ProjectAddress)"
dotnet pack "$root/src/Battery.PowerShell" --configuration "$configuration" --no-build \
    -p:ModuleFolder="$module/" -p:PackageOutputPath="$work/packages/"
"$root/packaging/normalize.py" "$work/packages/Battery.$version.nupkg" "$release/Battery.$version.nupkg"
