#!/usr/bin/env bash
# native.sh RID: builds the native library into artifacts/libbattery/RID. On linux-x64 it also builds linux-arm64, and win-x64 as a
# test build that is linked by lld; releases of Windows are linked on Windows.
. "$(dirname "$0")/common.sh"

rid=$1
host=$(host_rid)
options=(--configuration "$configuration" -p:ContinuousIntegrationBuild=true)
# Output directories of its own: restoring for one runtime identifier would replace the packages of another.
if [ "$rid" != "$host" ]; then
    options+=(-p:RuntimeIdentifier="$rid" -p:UseArtifactsOutput=true -p:ArtifactsPath="$root/artifacts/cross")
fi
case $host:$rid in
    "$rid:$rid") ;;
    linux-x64:linux-arm64) options+=(-p:CppCompilerAndLinker=clang-14 -p:LinkerFlavor=lld -p:ObjCopyName=llvm-objcopy-14) ;;
    linux-x64:win-x64)
        options+=(-p:CustomAfterMicrosoftCommonTargets="$root/tests/wine/link/wine-link.targets")
        export BATTERY_WINE_LIBRARIES="$work/link"
        say "win-x64 is a test build, linked by lld: publish only a library that was linked on Windows"
        ;;
    *) fail "a library for $rid cannot be built on $host; build it on that system and copy it to artifacts/libbattery/$rid" ;;
esac
dotnet build "$root/src/Battery.Ffi" "${options[@]}"
