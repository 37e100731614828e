#!/usr/bin/env bash
# debian.sh [RELEASE]: as root on Debian, installs the packages in a new root that has nothing but what they need, prints the batteries of
# a recording from C and Python there, and removes the packages again.
. "$(dirname "$0")/../common.sh"

folder=${1:-$release}
for tool in mmdebstrap gcc pkg-config; do
    has $tool || fail "$tool is not installed"
done
[ "$(id -u)" = 0 ] || fail "chroot needs root"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
new=$place/root
architecture=$(dpkg --print-architecture)
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH)

# The Debian of this machine, from the sources of this machine.
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
mapfile -t sources < <(find /etc/apt -name 'sources.list' -size +0 -o -name 'debian.sources' -o -name 'ubuntu.sources')
mmdebstrap --quiet --variant=essential --include=python3 --aptopt='Acquire::Retries "5"' --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/locale/*' \
    "$codename" "$new" "${sources[@]}"

cp "$folder"/*_"$architecture".deb "$folder"/*_all.deb "$new/tmp/"
cp -rL "$root/tests/fixtures/linux/thinkpad-t480-dual/sys" "$new/tmp/laptop"
chroot "$new" sh -c 'dpkg --install /tmp/*.deb' >/dev/null
chroot "$new" dpkg --audit

# The compiler stays outside; what it reads and what runs is inside.
flags=$(PKG_CONFIG_LIBDIR=$new/usr/lib/$triplet/pkgconfig PKG_CONFIG_SYSROOT_DIR=$new pkg-config --cflags --libs battery)
# shellcheck disable=SC2086 # the flags are words
gcc "$root/examples/c/battery_json.c" $flags -o "$new/tmp/battery_json"
chroot "$new" /tmp/battery_json /tmp/laptop
chroot "$new" python3 -m battery --recording /tmp/laptop
[ -e "$new/usr/share/man/man3/battery_manager_wait.3.gz" ] || fail "the manual page of battery_manager_wait is missing"

chroot "$new" dpkg --purge python3-battery libbattery-dev libbattery1 >/dev/null
left=$(cd "$new" && find usr etc var/lib/dpkg/info \( -name '*battery*' -o -path '*/dist-packages/battery*' \))
[ -z "$left" ] || fail "the packages leave files behind: $left"
say "the packages left nothing behind"
