#!/usr/bin/env bash
# Builds a release candidate: the native libraries of the runtime identifiers that are given, and all packages of them in
# artifacts/release. Without arguments, of all that this machine has the tools for.
. "$(dirname "$0")/common.sh"

host=$(host_rid)
if (($# > 0)); then
    rids=("$@")
else
    rids=("$host")
    if [ "$host" = linux-x64 ]; then
        if has clang-14 && has ld.lld && has llvm-objcopy-14 && has aarch64-linux-gnu-gcc; then
            rids+=(linux-arm64)
        else
            say "skipped linux-arm64: it needs clang-14, lld, llvm-14, gcc-aarch64-linux-gnu and libc6-dev-arm64-cross"
        fi
        if has clang-14 && has lld-link-14 && has llvm-dlltool-14 && [ -d /usr/x86_64-w64-mingw32/lib ]; then
            rids+=(win-x64)
        else
            say "skipped win-x64: it needs clang-14, lld-14, llvm-14 and gcc-mingw-w64-x86-64"
        fi
    fi
fi

for rid in "${rids[@]}"; do
    "$root/packaging/native.sh" "$rid"
done
"$root/packaging/pack.sh" "${rids[@]}"
