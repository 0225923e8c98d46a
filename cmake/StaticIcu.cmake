# dossier_static_icu(TARGET): links a program with ICU's archives instead of its shared libraries, where it may.
#
# The loader opens every library that a program names before the program begins. ICU's brings 31 MB of data along, of which an
# English text needs nothing; a system that reads files ahead reads megabytes of it all the same, and that was half of the time to the first
# answer on a machine that had not run the program before. Inside of the program the data lies behind everything else,
# where nobody reads ahead into it.
#
# The archives come before the shared libraries on the command line, so that the linker leaves the latter out
# (--as-needed); archives of another version define other names and change nothing.
function(dossier_static_icu target)
  if(NOT DOSSIER_STATIC_ICU OR DOSSIER_SANITIZE OR BUILD_SHARED_LIBS OR APPLE OR WIN32)
    return()
  endif()
  get_target_property(shared ICU::uc IMPORTED_LOCATION)
  if(NOT shared)
    get_target_property(shared ICU::uc IMPORTED_LOCATION_RELEASE)
  endif()
  if(NOT shared)
    return()
  endif()
  get_filename_component(folder "${shared}" DIRECTORY)
  find_file(DOSSIER_ICU_ARCHIVE libicuuc.a PATHS "${folder}" NO_DEFAULT_PATH)
  find_file(DOSSIER_ICU_DATA_ARCHIVE libicudata.a PATHS "${folder}" NO_DEFAULT_PATH)
  mark_as_advanced(DOSSIER_ICU_ARCHIVE DOSSIER_ICU_DATA_ARCHIVE)
  if(NOT DOSSIER_ICU_ARCHIVE OR NOT DOSSIER_ICU_DATA_ARCHIVE)
    message(STATUS "No archives of ICU beside ${shared}: the program will start slower")
    return()
  endif()
  set(data "${DOSSIER_ICU_DATA_ARCHIVE}")
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$" AND CMAKE_OBJCOPY)
    # Linkers put large data last.
    set(data "${CMAKE_CURRENT_BINARY_DIR}/libicudata_last.a")
    add_custom_command(
      OUTPUT "${data}"
      COMMAND "${CMAKE_OBJCOPY}" --rename-section .rodata=.lrodata,alloc,load,readonly,data,contents
              "${DOSSIER_ICU_DATA_ARCHIVE}" "${data}"
      DEPENDS "${DOSSIER_ICU_DATA_ARCHIVE}"
      COMMENT "Putting ICU's data last"
      VERBATIM)
    add_custom_target(${target}_icu_data DEPENDS "${data}")
    add_dependencies(${target} ${target}_icu_data)
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${data}")
  endif()
  target_link_options(${target} PRIVATE -Wl,--as-needed)
  target_link_libraries(${target} PRIVATE "${DOSSIER_ICU_ARCHIVE}" "${data}" ${CMAKE_DL_LIBS})
  set_property(TARGET ${target} PROPERTY DOSSIER_HAS_ICU_INSIDE ON)
endfunction()
