# shellcheck shell=bash
# shellcheck disable=SC2034 # the variables are used by the scripts that read this one
# What the scripts of this folder share. Each begins with:  . "$(dirname "$0")/common.sh"
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
configuration=${CONFIGURATION:-Release}
libraries=${LIBRARIES_FOLDER:-$root/artifacts/libbattery} # the native libraries, a folder for each runtime identifier
work=${PACKAGING_FOLDER:-$root/artifacts}/release-work    # what is put into packages
release=${PACKAGING_FOLDER:-$root/artifacts}/release      # the packages

# The time of the last commit is that of all files in the packages, so that two builds of a commit are the same.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# No process of MSBuild stays and keeps the output of a script open.
export MSBUILDDISABLENODEREUSE=1
umask 022

say() { echo "packaging: $*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# The runtime identifier of this machine.
host_rid() { property_of_library HostRid; }

# A property of the project of the native library; on Windows the tool ends its lines in another way.
property_of_library() { dotnet msbuild "$root/src/Battery.Ffi" -getProperty:"$1" | tr -d '\r'; }

# The file of the native library of a runtime identifier, in a layout of the build.
library_of() {
    case $1 in
        win-*) echo battery.dll ;;
        osx-*) echo libbattery.dylib ;;
        *) echo "libbattery.so.$version" ;;
    esac
}

# tar_folder FOLDER FILE: the folder as an archive whose bytes follow from the files alone.
tar_folder() {
    tar --create --directory "$(dirname "$1")" --sort=name --format=posix --pax-option=delete=atime,delete=ctime,exthdr.name=%d/PaxHeaders/%f \
        --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX "$(basename "$1")" | gzip -9 --no-name >"$2"
}

# The first Python that is new enough for the package.
find_python() {
    local name
    for name in python3 python3.11 python; do
        if has "$name" && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    fail "no Python 3.8 or newer is installed"
}
