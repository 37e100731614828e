#!/usr/bin/env bash
# debian.sh [RELEASE]: as root on Debian, installs the packages in a new root of the same Debian with nothing but what they need and a
# compiler, prints the batteries of a recording from C and Python, and removes and purges them.
. "$(dirname "$0")/../common.sh"

folder=${1:-$release}
architecture=$(dpkg --print-architecture)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
# With the sources of this machine, and without what a minimal system does not need. The root is a plain folder: chroot enters it.
mmdebstrap --quiet --variant=essential --include=python3-minimal,libpython3-stdlib,gcc,libc6-dev,pkgconf \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$place/root" /etc/apt/sources.list*
echo
