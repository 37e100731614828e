#!/usr/bin/env bash
# notices.sh FILE: writes the licenses of what the packages contain of others: the .NET runtime inside the native library, and uPlot
# inside the module.
. "$(dirname "$0")/common.sh"

compiler=$(property_of_library BundledNETCoreAppPackageVersion)
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
runtime=$(find "$packages" -maxdepth 1 -name 'microsoft.netcore.app.runtime.nativeaot.*' | sort | head -1)/$compiler
[ -f "$runtime/LICENSE.TXT" ] || fail "$runtime has no LICENSE.TXT; build src/Battery.Ffi first, which restores the runtime"
{
    echo "Battery contains software of others."
    echo
    echo "The native library contains parts of the .NET runtime $compiler, under this license:"
    echo
    tr -d '\r' <"$runtime/LICENSE.TXT"
    echo
    echo "The .NET runtime contains software of others. Its notices:"
    echo
    tr -d '\r' <"$runtime/THIRD-PARTY-NOTICES.TXT"
    echo
    echo "The PowerShell module contains uPlot, under this license:"
    echo
    tr -d '\r' <"$root/src/Battery.History/Report/assets/uPlot.LICENSE"
} >"$1"
