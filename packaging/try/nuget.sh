#!/usr/bin/env bash
# nuget.sh [RELEASE]: makes a console program in a new folder, adds the package from the folder of the release, and prints the batteries
# of a recording. Nothing of the user's package cache is used or changed.
. "$(dirname "$0")/../common.sh"

folder=${1:-$release}
# NuGet for Windows needs a path of Windows.
! has cygpath || folder=$(cygpath -w "$folder")
place=$(mktemp -d)
# Windows removes no folder that a process is in.
trap 'cd "$root" && rm -rf "$place"' EXIT
export NUGET_PACKAGES=$place/packages
cat >"$place/nuget.config" <<END
<configuration><packageSources><clear /><add key="release" value="$folder" /></packageSources></configuration>
END
cp "$root/global.json" "$place/"
cd "$place"
dotnet new console --output program --no-restore >/dev/null
cp "$root/examples/dotnet/Program.cs" program/
dotnet add program package LibBattery --version "$version" >/dev/null
dotnet build program --nologo --verbosity quiet
dotnet program/bin/Debug/net*/program.dll "$root/tests/fixtures/linux/thinkpad-t480-dual/sys"
