"""Builds the wheel of this package: its modules and the native library. It needs nothing but Python (PEP 517)."""

import base64
import hashlib
import os
import re
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

import battery_binary
import battery_links

_ROOT = Path(__file__).resolve().parents[1]
_REPOSITORY = _ROOT.parents[1]
_LIBRARIES = _REPOSITORY / "artifacts" / "libbattery"
_LINKS = {"win": "battery.dll", "osx": "libbattery.dylib"}


def get_requires_for_build_wheel(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel and returns its name. Its platform is the one that the native library was made for."""
    declarations = (_ROOT / "battery" / "_declarations.py").read_text("utf-8")
    version = re.search(r'^VERSION = "(.+)"$', declarations, re.M).group(1)
    abi = re.search(r"^ABI_VERSION = (\d+)$", declarations, re.M).group(1)
    library = _native_library()
    binary = battery_binary.read(library)
    tag = f"py3-none-{binary.wheel_platform}"
    wheel = f"libbattery-{version}-{tag}.whl"
    info = f"libbattery-{version}.dist-info"
    files = {f"battery/{file.name}": file.read_bytes() for file in sorted((_ROOT / "battery").iterdir()) if file.is_file()}
    files[f"battery/{_LINKS.get(binary.system, 'libbattery.so.' + abi)}"] = library.read_bytes()
    licenses = [_REPOSITORY / "LICENSE", *(Path(path) for path in os.environ.get("BATTERY_NOTICES", "").split(os.pathsep) if path)]
    files.update({f"{info}/{path.name}": path.read_bytes() for path in licenses})
    files[f"{info}/METADATA"] = _metadata(version).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: battery_build\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    record = "".join(f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    # Without the time of the build, so that two builds of the same files are the same.
    date = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), 315532800))[:6]
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, date)
            member.external_attr = 0o100644 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return wheel


def _metadata(version):
    authors = re.search("<Authors>(.+)</Authors>", (_REPOSITORY / "Directory.Build.props").read_text("utf-8")).group(1)
    # Only a release knows where the project is published.
    address = os.environ.get("BATTERY_ADDRESS")
    headers = [
        "Metadata-Version: 2.1", "Name: libbattery", f"Version: {version}", "Summary: The state of a machine's batteries, by libbattery",
        f"Author: {authors}", "License: MIT", *([f"Project-URL: Source, {address}"] if address else []), "Requires-Python: >=3.8",
        "Classifier: License :: OSI Approved :: MIT License", "Classifier: Operating System :: MacOS", "Classifier: Operating System :: Microsoft :: Windows",
        "Classifier: Operating System :: POSIX :: Linux", "Classifier: Programming Language :: Python :: 3", "Classifier: Topic :: System :: Hardware",
        "Classifier: Typing :: Typed", "Description-Content-Type: text/markdown",
    ]
    # Package indexes show this text, where a relative link leads nowhere.
    readme = battery_links.resolve((_ROOT / "README.md").read_text("utf-8"), "bindings/python/README.md", (), address, version)
    return "\n".join(headers) + "\n\n" + readme


def _digest(content):
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _native_library():
    given = os.environ.get("BATTERY_LIBRARY")
    if given:
        return Path(given)
    machine = sysconfig.get_platform().rsplit("-", 1)[-1].replace("amd64", "x86_64")
    architecture = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64", "universal2": "*"}.get(machine, machine)
    libc = "linux-musl" if "musl" in (sysconfig.get_config_var("HOST_GNU_TYPE") or "") else "linux"
    system = {"win32": "win", "darwin": "osx"}.get(sys.platform, libc)
    found = sorted(_LIBRARIES.glob(f"{system}-{architecture}/lib/{_LINKS.get(system, 'libbattery.so')}"))
    if not found:
        raise SystemExit(
            f"no native library in {_LIBRARIES}; run 'dotnet build src/Battery.Ffi' in the repository first, or set BATTERY_LIBRARY to its path"
        )
    return found[0]
