"""Builds the wheel of this package: its modules and the native library. It needs nothing but Python (PEP 517)."""

import base64
import hashlib
import os
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_LIBRARIES = _ROOT.parents[1] / "artifacts" / "libbattery"
_NAMES = {"win32": "battery.dll", "darwin": "libbattery.dylib"}


def get_requires_for_build_wheel(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel and returns its name."""
    declarations = (_ROOT / "battery" / "_declarations.py").read_text("utf-8")
    version = re.search(r'^VERSION = "(.+)"$', declarations, re.M).group(1)
    abi = re.search(r"^ABI_VERSION = (\d+)$", declarations, re.M).group(1)
    tag = f"py3-none-{re.sub('[-.]', '_', sysconfig.get_platform())}"
    wheel = f"libbattery-{version}-{tag}.whl"
    info = f"libbattery-{version}.dist-info"
    files = {f"battery/{file.name}": file.read_bytes() for file in sorted((_ROOT / "battery").glob("*.py*")) if file.is_file()}
    files[f"battery/{_NAMES.get(sys.platform, 'libbattery.so.' + abi)}"] = _native_library().read_bytes()
    readme = (_ROOT / "README.md").read_text("utf-8")
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: libbattery\nVersion: {version}\nSummary: The state of a machine's batteries, by libbattery\n"
        f"License: MIT\nRequires-Python: >=3.8\nDescription-Content-Type: text/markdown\n\n{readme}"
    ).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: battery_build\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    record = "".join(f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return wheel


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
    link = _NAMES.get(sys.platform, "libbattery.so")
    found = sorted(_LIBRARIES.glob(f"{system}-{architecture}/lib/{link}"))
    if not found:
        raise SystemExit(
            f"no native library in {_LIBRARIES}; run 'dotnet build src/Battery.Ffi' in the repository first, or set BATTERY_LIBRARY to its path"
        )
    return found[0]
