#!/usr/bin/env bash
# debian.sh RID: makes the Debian packages of linux-x64 or linux-arm64: libbattery1, libbattery-dev, and once python3-battery.
. "$(dirname "$0")/common.sh"

rid=$1
for tool in dh dh_python3 dpkg-deb; do
    has $tool || fail "$tool is not installed; install the packages debhelper and dh-python"
done
case $rid in
    linux-x64) architecture=amd64 target=binary ;;
    linux-arm64) architecture=arm64 target=binary-arch ;;
    *) fail "there is no Debian package for $rid" ;;
esac

source=$work/debian-$architecture/libbattery-$version
rm -rf "$work/debian-$architecture"
mkdir -p "$source/python"
cp -r "$root/packaging/debian" "$source/debian"
cp -r "$work/libbattery-$version-$rid" "$source/prefix"
cp -r "$root/bindings/python/battery" "$source/python/"
find "$source/python" -name __pycache__ -prune -exec rm -r {} +

# The address of the maintainer is that of the one who publishes.
maintainer=${BATTERY_MAINTAINER:-The Battery maintainers <maintainers@battery.example>}
address=$(property_of_library ProjectAddress)
sed -i -e "s|@MAINTAINER@|$maintainer|" -e "s|@ADDRESS@|$address|" -e '/^Homepage: $/d' "$source/debian/control"
license=$(sed -e '1,4d' -e 's/^$/./' -e 's/^/ /' "$root/LICENSE")
awk -v text="$license" '/^@LICENSE@$/ { print text; next } { print }' "$root/packaging/debian/copyright" >"$source/debian/copyright"
cat >"$source/debian/changelog" <<END
libbattery ($version-0upstream1) unstable; urgency=medium

  * Release $version. The changes are in changelog.gz beside this file.

 -- $maintainer  $(date --utc --date="@$SOURCE_DATE_EPOCH" --rfc-email)
END

# The version of glibc is measured from the library. dpkg-shlibdeps knows it only for the processor of this machine.
glibc=$(python3 "$root/packaging/requirements.py" measure "$source/prefix/lib/libbattery.so" | sed -n 's/.*: glibc \([0-9.]*\);.*/\1/p')
sed -i "s|@GLIBC@|${glibc:?is not measured}|" "$source/debian/shlibs.local"

cd "$source"
DEB_BUILD_OPTIONS=noautodbgsym dpkg-architecture -a "$architecture" -c debian/rules "$target" >&2
cp ../*.deb "$release/"
