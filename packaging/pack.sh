#!/usr/bin/env bash
# pack.sh RID...: makes all packages in artifacts/release, from the native libraries in artifacts/libbattery/RID or in the folder that
# LIBRARIES_FOLDER names. It builds none of them: build.sh does, and in the release workflow the machine of each runtime identifier.
. "$(dirname "$0")/common.sh"

(($# > 0)) || fail "usage: packaging/pack.sh RID..."
for rid in "$@"; do
    library=$libraries/$rid/lib/$(library_of "$rid")
    [ -f "$library" ] || fail "$library does not exist; run packaging/native.sh $rid on such a system first"
done

rm -rf "$release" "$work"
mkdir -p "$release" "$work"
here=$root/packaging

# Managed code first: restoring it finds the packages of the runtime whose notices are copied.
[ "${NO_BUILD:-}" ] || dotnet build "$root/src/Battery.PowerShell" --configuration "$configuration" -p:ContinuousIntegrationBuild=true
"$here/notices.sh" "$work/THIRD-PARTY-NOTICES.txt"
for rid in "$@"; do
    "$here/layout.sh" "$rid"
done
for rid in "$@"; do
    "$here/archive.sh" "$rid"
    "$here/wheel.sh" "$rid"
done
"$here/module.sh"
"$here/nuget.sh"
for rid in "$@"; do
    case $rid in linux-x64 | linux-arm64) "$here/debian.sh" "$rid" ;; esac
done
if [ "${RELEASE_ADDRESS:-}" ]; then
    "$here/ports.sh" "$RELEASE_ADDRESS" "$work/libbattery-$version-ports"
    tar_folder "$work/libbattery-$version-ports" "$release/libbattery-$version-ports.tar.gz"
else
    say "skipped the ports of vcpkg and Conan: RELEASE_ADDRESS, where the archives will be downloaded from, is not set"
fi
"$here/sbom.sh"

cd "$release"
sha256sum -- * >"$work/SHA256SUMS"
mv "$work/SHA256SUMS" .
say "$(wc -l <SHA256SUMS) files in artifacts/release"
