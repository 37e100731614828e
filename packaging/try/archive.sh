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

if has pkg-config; then
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
cmake -S "$place" -B "$place/build" -DCMAKE_PREFIX_PATH="$place/prefix" >/dev/null
cmake --build "$place/build" >/dev/null
"$place/build/batteries" "$recording"
if has man; then
    MANPATH=$place/prefix/share/man man -w battery_manager_wait
fi
