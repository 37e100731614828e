# Takes the archive of a release; see packaging/README.md. The build cannot compile the library: it needs the .NET SDK.
vcpkg_check_linkage(ONLY_DYNAMIC_LIBRARY)
set(VCPKG_POLICY_ONLY_RELEASE_CRT enabled)
set(VCPKG_BUILD_TYPE release)
# The library loads nothing but the system, so it needs no search path.
set(VCPKG_FIXUP_ELF_RPATH OFF)

if(VCPKG_TARGET_IS_WINDOWS)
    set(system win)
elseif(VCPKG_TARGET_IS_OSX)
    set(system osx)
else()
    set(system linux)
endif()
set(rid "${system}-${VCPKG_TARGET_ARCHITECTURE}")

# What packaging/ports.sh writes: the address of the release, and the sums of its archives.
include("${CMAKE_CURRENT_LIST_DIR}/archives.cmake")
if(NOT DEFINED sha512_${rid})
    message(FATAL_ERROR "libbattery ${VERSION} has no library for ${rid}")
endif()

set(name "libbattery-${VERSION}-${rid}.tar.gz")
vcpkg_download_distfile(archive URLS "${address}/${name}" FILENAME "${name}" SHA512 "${sha512_${rid}}")
vcpkg_extract_source_archive(source ARCHIVE "${archive}")

file(INSTALL "${source}/include/" DESTINATION "${CURRENT_PACKAGES_DIR}/include")
file(INSTALL "${source}/lib/cmake/Battery/" DESTINATION "${CURRENT_PACKAGES_DIR}/share/battery")
if(VCPKG_TARGET_IS_WINDOWS)
    file(INSTALL "${source}/lib/battery.dll" DESTINATION "${CURRENT_PACKAGES_DIR}/bin")
    file(INSTALL "${source}/lib/battery.lib" DESTINATION "${CURRENT_PACKAGES_DIR}/lib")
    set(folder bin)
else()
    file(GLOB libraries "${source}/lib/libbattery.*")
    file(INSTALL ${libraries} "${source}/lib/pkgconfig" DESTINATION "${CURRENT_PACKAGES_DIR}/lib")
    set(folder lib)
endif()

# In this tree the package of CMake is in share/battery.
set(config "${CURRENT_PACKAGES_DIR}/share/battery/BatteryConfig.cmake")
vcpkg_replace_string("${config}" [[${CMAKE_CURRENT_LIST_DIR}/../.."]] [[${CMAKE_CURRENT_LIST_DIR}/../../lib"]])
if(folder STREQUAL "bin")
    vcpkg_replace_string("${config}" [[${_battery_lib}/battery.dll]] [[${_battery_lib}/../bin/battery.dll]])
endif()

vcpkg_install_copyright(FILE_LIST "${source}/share/doc/libbattery/LICENSE" "${source}/share/doc/libbattery/THIRD-PARTY-NOTICES.txt")
