"""Measures which systems a native library runs on, from the file itself: ELF, PE or Mach-O, 64 bits, little-endian."""

import struct
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple


class Binary(NamedTuple):
    """What a native library needs."""

    system: str
    """The first part of its runtime identifier: linux, linux-musl, win or osx."""
    architecture: str
    """The last part: x64 or arm64."""
    oldest: Tuple[int, ...]
    """The oldest version of the system that its file allows: glibc, musl's ABI, Windows or macOS."""
    libraries: List[str]
    """The names of the libraries that it loads."""

    @property
    def rid(self) -> str:
        """The runtime identifier."""
        return f"{self.system}-{self.architecture}"

    @property
    def wheel_platform(self) -> str:
        """The platform tag of a wheel with this library."""
        machine = {"x64": "x86_64", "arm64": "aarch64"}[self.architecture]
        version = "_".join(str(part) for part in self.oldest)
        return {
            "linux": f"manylinux_{version}_{machine}",
            "linux-musl": f"musllinux_{version}_{machine}",
            "win": "win_amd64" if self.architecture == "x64" else "win_arm64",
            "osx": f"macosx_{version}_{machine.replace('aarch64', 'arm64')}",
        }[self.system]


def read(path: str) -> Binary:
    """Reads a native library. ValueError if it is none of the three formats."""
    data = Path(path).read_bytes()
    if data[:6] == b"\x7fELF\x02\x01":
        return _elf(data)
    if data[:2] == b"MZ":
        return _pe(data)
    if data[:4] == b"\xcf\xfa\xed\xfe":
        return _macho(data)
    raise ValueError(f"{path} is not a native library of Linux, Windows or macOS for a 64-bit processor")


def _text(data: bytes, offset: int) -> str:
    return data[offset:data.index(b"\0", offset)].decode()


def _elf(data: bytes) -> Binary:
    machine = struct.unpack_from("<H", data, 18)[0]
    start, size, count = struct.unpack_from("<Q", data, 40)[0], *struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + index * size) for index in range(count)]
    libraries, versions = [], []
    for _, kind, _, _, offset, length, link, _, _, _ in sections:
        names = sections[link][4]
        if kind == 6:  # SHT_DYNAMIC: DT_NEEDED is 1
            entries = struct.iter_unpack("<qQ", data[offset:offset + length])
            libraries = [_text(data, names + value) for tag, value in entries if tag == 1]
        if kind == 0x6FFFFFFE:  # SHT_GNU_verneed: a chain of libraries, each with a chain of versions
            versions = _needed_versions(data, offset, names)
    architecture = {62: "x64", 183: "arm64"}[machine]
    if any("musl" in name for name in libraries):
        return Binary("linux-musl", architecture, (1, 2), libraries)
    glibc = [tuple(int(part) for part in name[len("GLIBC_"):].split(".")[:2]) for name in versions if name.startswith("GLIBC_")]
    return Binary("linux", architecture, max(glibc), libraries)


def _needed_versions(data: bytes, offset: int, names: int) -> List[str]:
    found = []
    while True:
        _, count, _, first, following = struct.unpack_from("<HHIII", data, offset)
        entry = offset + first
        for _ in range(count):
            _, _, _, name, step = struct.unpack_from("<IHHII", data, entry)
            found.append(_text(data, names + name))
            entry += step
        if following == 0:
            return found
        offset += following


def _pe(data: bytes) -> Binary:
    header = struct.unpack_from("<I", data, 60)[0]
    machine, count = struct.unpack_from("<HH", data, header + 4)
    options = header + 24
    sections = options + struct.unpack_from("<H", data, header + 20)[0]
    oldest = struct.unpack_from("<HH", data, options + 48)

    def position(address: int) -> int:
        for index in range(count):
            size, start, _, raw = struct.unpack_from("<IIII", data, sections + index * 40 + 8)
            if start <= address < start + size:
                return address - start + raw
        raise ValueError("an import is outside of all sections")

    libraries, entry = [], position(struct.unpack_from("<I", data, options + 120)[0])
    while (name := struct.unpack_from("<I", data, entry + 12)[0]) != 0:
        libraries.append(_text(data, position(name)))
        entry += 20
    return Binary("win", {0x8664: "x64", 0xAA64: "arm64"}[machine], oldest, libraries)


def _macho(data: bytes) -> Binary:
    machine, count = struct.unpack_from("<I", data, 4)[0], struct.unpack_from("<I", data, 16)[0]
    libraries: List[str] = []
    found: Dict[int, Tuple[int, ...]] = {}
    offset = 32
    for _ in range(count):
        command, size = struct.unpack_from("<II", data, offset)
        if command == 0xC:  # LC_LOAD_DYLIB
            libraries.append(_text(data, offset + struct.unpack_from("<I", data, offset + 8)[0]))
        if command in (0x32, 0x24):  # LC_BUILD_VERSION, LC_VERSION_MIN_MACOSX
            version = struct.unpack_from("<I", data, offset + (12 if command == 0x32 else 8))[0]
            found[command] = (version >> 16, version >> 8 & 0xFF)
        offset += size
    return Binary("osx", {0x01000007: "x64", 0x0100000C: "arm64"}[machine], found.get(0x32) or found[0x24], libraries)
