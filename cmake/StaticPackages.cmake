# dossier_static_packages(TARGET): links a program with the archives of ICU, RE2 and gumbo instead of their shared
# libraries, where they are installed.
#
# The loader opens every library that a program names before the program begins. ICU's brings 31 MB of data along, of which an
# English text needs nothing; a system that reads files ahead reads many of them all the same. Inside of the program the
# data lies behind everything else, where nobody reads ahead into it. The two others are small, but a file that is not in memory
# costs a millisecond whatever its size.
#
# The archives come before the shared libraries on the command line, and the linker leaves out the latter then (--as-needed).

# The archive beside the shared library of that name in a list of paths; empty when there is none.
function(dossier_archive out name)
  set(${out} "" PARENT_SCOPE)
  foreach(path IN LISTS ARGN)
    get_filename_component(folder "${path}" DIRECTORY)
    get_filename_component(file "${path}" NAME)
    if(IS_ABSOLUTE "${path}" AND file MATCHES "^${name}\\.so" AND EXISTS "${folder}/${name}.a")
      set(${out} "${folder}/${name}.a" PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# ICU's archives, the data last; nothing when there are none.
function(dossier_icu_archives out target)
  set(${out} "" PARENT_SCOPE)
  get_target_property(shared ICU::uc IMPORTED_LOCATION)
  if(NOT shared)
    get_target_property(shared ICU::uc IMPORTED_LOCATION_RELEASE)
  endif()
  dossier_archive(code libicuuc ${shared})
  get_filename_component(folder "${code}" DIRECTORY)
  set(data "${folder}/libicudata.a")
  if(NOT code OR NOT EXISTS "${data}")
    message(STATUS "ICU has no archives beside ${shared}: the program will start slower")
    return()
  endif()
  if(DOSSIER_LARGE_DATA AND CMAKE_OBJCOPY)
    set(last "${CMAKE_CURRENT_BINARY_DIR}/libicudata_last.a")
    add_custom_command(
      OUTPUT "${last}"
      COMMAND "${CMAKE_OBJCOPY}" --rename-section ".rodata=${DOSSIER_LARGE_DATA},alloc,load,readonly,data,contents" "${data}"
              "${last}"
      DEPENDS "${data}"
      COMMENT "Putting ICU's data last"
      VERBATIM)
    add_custom_target(${target}_icu_data DEPENDS "${last}")
    add_dependencies(${target} ${target}_icu_data)
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${last}")
    set(data "${last}")
  endif()
  set(${out} "${code}" "${data}" ${CMAKE_DL_LIBS} PARENT_SCOPE)
endfunction()

function(dossier_static_packages target)
  if(NOT DOSSIER_STATIC_PACKAGES OR DOSSIER_SANITIZE OR BUILD_SHARED_LIBS OR APPLE OR WIN32)
    return()
  endif()
  dossier_icu_archives(icu ${target})
  dossier_archive(re2 libre2 ${re2_PC_LINK_LIBRARIES})
  dossier_archive(gumbo libgumbo ${gumbo_LINK_LIBRARIES})
  target_link_options(${target} PRIVATE -Wl,--as-needed)
  target_link_libraries(${target} PRIVATE ${re2} ${gumbo} ${icu})
  if(icu)
    set_property(TARGET ${target} PROPERTY DOSSIER_ICU_INSIDE ON)
  endif()
endfunction()
