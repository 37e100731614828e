#!/usr/bin/env bash
# layout.sh RID: lays out what the packages of a runtime identifier contain, in artifacts/release-work: a folder for a prefix such as
# /usr/local (lib, include, share), and the library under the name that .NET looks for.
. "$(dirname "$0")/common.sh"

rid=$1
file=$(library_of "$rid")
prefix=$work/libbattery-$version-$rid
cp -rL "$libraries/$rid" "$prefix"
if [ "$file" != "${file#libbattery.so}" ]; then
    # An upload of a workflow has copies instead of links.
    load=$(basename "$(ls "$prefix/lib/libbattery.so".[0-9])")
    ln -sf "$file" "$prefix/lib/$load"
    ln -sf "$load" "$prefix/lib/libbattery.so"
fi
cp "$work/THIRD-PARTY-NOTICES.txt" "$prefix/share/doc/libbattery/"
"$root/packaging/links.py" "$prefix/share/doc/libbattery" "$version" "$(property_of_library ProjectAddress)"

case $rid in
    win-*)
        # The library that a linker of Windows needs, from the list of the ABI.
        if has llvm-dlltool || has llvm-dlltool-14; then
            { printf 'LIBRARY battery.dll\nEXPORTS\n'; sed -n 's/.*[ *]\(battery_[a-z0-9_]*\)(.*)$/\1/p' "$root/src/Battery.Ffi/include/battery.abi"; } >"$work/battery.def"
            "$(command -v llvm-dlltool || command -v llvm-dlltool-14)" -m "$([ "$rid" = win-arm64 ] && echo arm64 || echo i386:x86-64)" \
                -d "$work/battery.def" -l "$prefix/lib/battery.lib"
        else
            fail "llvm-dlltool, which makes battery.lib, is not installed; install the package llvm"
        fi
        ;;
    *) "$root/packaging/man.sh" "$prefix/share/man/man3" ;;
esac

native=$work/runtimes/$rid/native
mkdir -p "$native"
case $rid in
    linux*) cp "$prefix/lib/$file" "$native/libbattery.so" ;;
    *) cp "$prefix/lib/$file" "$native/" ;;
esac
find "$prefix" "$work/runtimes" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
