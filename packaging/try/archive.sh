#!/usr/bin/env bash
# archive.sh RID [RELEASE]: unpacks the archive under a new prefix, builds a program with it by pkg-config and by CMake, and prints the
# batteries of a recording with both.
. "$(dirname "$0")/../common.sh"

rid=$1
folder=${2:-$release}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/prefix"
tar -xzf "$folder/libbattery-$version-$rid.tar.gz" --strip-components=1 -C "$place/prefix"
recording=$root/tests/fixtures/linux/thinkpad-t480-dual/sys
cp "$root/examples/c/battery_json.c" "$root/examples/c/battery_values.h" "$place/"

# The archives of Windows have no file of pkg-config.
if [ -e "$place/prefix/lib/pkgconfig" ] && has pkg-config; then
    flags=$(PKG_CONFIG_PATH=$place/prefix/lib/pkgconfig pkg-config --cflags --libs battery)
    # shellcheck disable=SC2086 # the flags are words
    cc "$place/battery_json.c" $flags -Wl,-rpath,"$place/prefix/lib" -o "$place/by-pkg-config"
    "$place/by-pkg-config" "$recording"
fi

cat >"$place/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.16)
project(batteries C)
find_package(Battery $version REQUIRED)
add_executable(batteries battery_json.c)
target_link_libraries(batteries PRIVATE Battery::battery)
END
# CMake for Windows needs a path of Windows.
prefix=$place/prefix
! has cygpath || prefix=$(cygpath -m "$prefix")
cmake -S "$place" -B "$place/build" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$place/build" --config Release >/dev/null
program=$place/build/batteries
# Visual Studio has a folder for each configuration. Windows finds libraries on the path.
[ -x "$program" ] || program=$place/build/Release/batteries.exe
PATH="$place/prefix/lib:$PATH" "$program" "$recording"
if [ -e "$place/prefix/share/man" ] && has man; then
    MANPATH=$place/prefix/share/man man -w battery_manager_wait
fi
