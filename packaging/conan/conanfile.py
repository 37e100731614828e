"""Conan recipe of libbattery: takes the archive of a release. See packaging/README.md."""

import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.files import copy, get


class LibbatteryConan(ConanFile):
    name = "libbattery"
    description = "The state of a machine's batteries, as a shared library with a C interface"
    license = "MIT"
    topics = ("battery", "power", "laptop")
    package_type = "shared-library"
    settings = "os", "arch", "compiler", "build_type"
    # Conan has no setting for the C library of Linux.
    options = {"libc": ["glibc", "musl"]}
    default_options = {"libc": "glibc"}

    def config_options(self):
        if self.settings.os != "Linux":
            del self.options.libc

    @property
    def _rid(self):
        """The runtime identifier, which the archives have in their names; None where there is no archive."""
        system = {"Linux": "linux", "Windows": "win", "Macos": "osx"}.get(str(self.settings.os))
        architecture = {"x86_64": "x64", "armv8": "arm64"}.get(str(self.settings.arch))
        musl = "-musl" if self.options.get_safe("libc") == "musl" else ""
        return f"{system}{musl}-{architecture}" if system and architecture else None

    def package_id(self):
        # One library for every compiler and configuration.
        del self.info.settings.compiler
        del self.info.settings.build_type

    def validate(self):
        if self._rid is None or self._rid not in self.conan_data["sources"][self.version]:
            raise ConanInvalidConfiguration(f"libbattery {self.version} has no library for {self.settings.os} on {self.settings.arch}")

    def build(self):
        get(self, **self.conan_data["sources"][self.version][self._rid], strip_root=True)

    def package(self):
        for folder in ("include", "lib"):
            copy(self, "*", os.path.join(self.build_folder, folder), os.path.join(self.package_folder, folder))
        # Programs of Windows search for libraries beside them and on the path.
        copy(self, "*.dll", os.path.join(self.build_folder, "lib"), os.path.join(self.package_folder, "bin"))
        for name in ("LICENSE", "THIRD-PARTY-NOTICES.txt"):
            copy(self, name, os.path.join(self.build_folder, "share", "doc", "libbattery"), os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.libs = ["battery"]
        self.cpp_info.set_property("cmake_file_name", "Battery")
        self.cpp_info.set_property("cmake_target_name", "Battery::battery")
        self.cpp_info.set_property("pkg_config_name", "battery")
