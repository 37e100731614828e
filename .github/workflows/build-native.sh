#!/bin/sh
# Builds the native library inside a bare container of AlmaLinux or Alpine, as root.
set -eu
if command -v apk >/dev/null; then
    apk add --no-cache bash build-base clang curl icu-libs zlib-dev
else
    dnf install -y clang gcc libicu zlib-devel
fi
curl -fsSL https://dot.net/v1/dotnet-install.sh -o /tmp/dotnet-install.sh
version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
bash /tmp/dotnet-install.sh --version "$version" --install-dir /opt/dotnet
/opt/dotnet/dotnet build src/Battery.Ffi --configuration Release
