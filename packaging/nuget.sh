#!/usr/bin/env bash
# nuget.sh: makes the NuGet package for .NET programs, with all native libraries that were laid out.
. "$(dirname "$0")/common.sh"

dotnet pack "$root/bindings/dotnet" --configuration Release -p:ContinuousIntegrationBuild=true \
    -p:UseArtifactsOutput=true -p:ArtifactsPath="$root/artifacts/dotnet-package" -p:RuntimesFolder="$work/runtimes/" -p:NoticesFile="$work/THIRD-PARTY-NOTICES.txt" \
    -p:PackageOutputPath="$work/packages/"
"$root/packaging/normalize.py" "$work/packages/LibBattery.$version.nupkg" "$release/LibBattery.$version.nupkg"
