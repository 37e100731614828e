#!/usr/bin/env bash
# tools.sh: installs on Debian and Ubuntu the tools that make and check the packages. Those that build a native library are not among them.
set -euo pipefail

sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends debhelper dh-python libc6-arm64-cross lintian llvm mandoc twine
