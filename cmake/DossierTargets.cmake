# Functions that declare the floors of the library and their tests.

# Flags of every target of this project.
function(dossier_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  # Nobody replaces a function of this library by one of his own: the compiler may inline what other files can see, too.
  target_compile_options(${target} PRIVATE -fno-semantic-interposition)
  # g++ 12 warns of std::string's own code when it optimises (its bug 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  if(DOSSIER_DEVELOPER)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(DOSSIER_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${DOSSIER_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${DOSSIER_SANITIZE})
  endif()
endfunction()

# The section that linkers put behind everything else, empty where there is none. Megabytes of data lie well there: what a
# program needs in order to start lies close together then.
set(DOSSIER_LARGE_DATA "")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$" AND UNIX AND NOT APPLE)
  set(DOSSIER_LARGE_DATA ".lrodata")
endif()

# dossier_floor(NAME SOURCES a.cpp ... [FLOORS other floors] [PACKAGES link targets])
# Objects for the library, and a static archive dossier_NAME for tests and host tools of that floor.
function(dossier_floor name)
  cmake_parse_arguments(arg "" "" "SOURCES;FLOORS;PACKAGES" ${ARGN})
  add_library(dossier_${name}_objects OBJECT ${arg_SOURCES})
  set_target_properties(dossier_${name}_objects PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_include_directories(dossier_${name}_objects PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/lib")
  dossier_flags(dossier_${name}_objects)
  target_link_libraries(dossier_${name}_objects PRIVATE ${arg_PACKAGES})
  add_library(dossier_${name} STATIC $<TARGET_OBJECTS:dossier_${name}_objects>)
  set_target_properties(dossier_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(dossier_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/lib")
  list(TRANSFORM arg_FLOORS PREPEND dossier_)
  target_link_libraries(dossier_${name} PUBLIC ${arg_FLOORS} ${arg_PACKAGES})
  set_property(GLOBAL APPEND PROPERTY DOSSIER_FLOORS ${name})
  set_property(GLOBAL APPEND PROPERTY DOSSIER_PACKAGES ${arg_PACKAGES})
endfunction()

# dossier_test(NAME SOURCES a.cpp ... [LINK targets])  One Catch2 program, one ctest.
function(dossier_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  dossier_flags(test_${name})
  target_link_libraries(test_${name} PRIVATE dossier_test_main ${arg_LINK})
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
