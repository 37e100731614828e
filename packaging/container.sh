#!/bin/sh
# container.sh RID: builds and tries the native library inside a bare container of AlmaLinux or Alpine, as root. A library needs the C
# library that it was linked with, or a newer one, so these containers are of old systems.
set -eu
if command -v apk >/dev/null; then
    apk add --no-cache bash build-base clang curl icu-libs python3 zlib-dev
else
    dnf install -y clang gcc libicu python3.11 zlib-devel
fi
curl -fsSL https://dot.net/v1/dotnet-install.sh -o /tmp/dotnet-install.sh
version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
bash /tmp/dotnet-install.sh --version "$version" --install-dir /opt/dotnet
export PATH="/opt/dotnet:$PATH"
packaging/native.sh "$1"
packaging/try/library.sh "$1"
