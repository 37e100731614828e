#!/usr/bin/env bash
# ports.sh ADDRESS FOLDER: writes the port of vcpkg and the recipe of Conan, with the sums of the archives in artifacts/release. ADDRESS is
# where the archives will be, for example file:///tmp/release or that of a published release.
. "$(dirname "$0")/common.sh"

address=$1
mkdir -p "$2"
cp -r "$root/packaging/vcpkg" "$root/packaging/conan" "$2/"

port=$2/vcpkg/ports/libbattery
cat >"$port/vcpkg.json" <<END
{
  "name": "libbattery",
  "version": "$version",
  "description": "The state of a machine's batteries, as a shared library with a C interface",
  "license": "MIT",
  "supports": "(x64 | arm64) & (linux | osx | windows) & !uwp"
}
END
echo "set(address \"$address\")" >"$port/archives.cmake"
printf 'sources:\n  "%s":\n' "$version" >"$2/conan/conandata.yml"
for archive in "$release/libbattery-$version"-*.tar.gz; do
    name=$(basename "$archive")
    rid=${name#"libbattery-$version-"}
    rid=${rid%.tar.gz}
    echo "set(sha512_$rid $(sha512sum <"$archive" | cut -d' ' -f1))" >>"$port/archives.cmake"
    printf '    %s:\n      url: "%s"\n      sha256: "%s"\n' "$rid" "$address/$name" "$(sha256sum <"$archive" | cut -d' ' -f1)" >>"$2/conan/conandata.yml"
done
