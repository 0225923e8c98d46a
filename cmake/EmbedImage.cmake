# Compiles the English dictionaries while the library is built, and puts the image inside of it.
#
#   include(EmbedImage)           # not inside a function: it enables the assembler
#   dossier_english_image(image)  # path of the image, empty when nothing is to be embedded
#   dossier_embed_image(target "${image}")  # gives it the symbols dossier_english_image and dossier_english_image_end
#
# The bytes go through the assembler (.incbin): a C array of this size would take the compiler minutes.
enable_language(ASM)

# dossier_english_image(OUT): the prebuilt image if DOSSIER_ENGLISH_IMAGE names one; else one that a host tool compiles of
# dictionaries/en whenever a file there changes.
function(dossier_english_image out)
  if(NOT DOSSIER_EMBED_ENGLISH)
    set(${out} "" PARENT_SCOPE)
    return()
  endif()
  if(DOSSIER_ENGLISH_IMAGE)
    if(NOT EXISTS "${DOSSIER_ENGLISH_IMAGE}")
      message(FATAL_ERROR "DOSSIER_ENGLISH_IMAGE names no file: ${DOSSIER_ENGLISH_IMAGE}")
    endif()
    set(${out} "${DOSSIER_ENGLISH_IMAGE}" PARENT_SCOPE)
    return()
  endif()
  if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    message(FATAL_ERROR "A cross build cannot compile the dictionaries: build dossier_compile_image for this machine, "
                        "run it on dictionaries/en, and name its output in DOSSIER_ENGLISH_IMAGE; "
                        "or set DOSSIER_EMBED_ENGLISH=OFF")
  endif()
  set(image "${PROJECT_BINARY_DIR}/english.image")
  set(folder "${PROJECT_SOURCE_DIR}/dictionaries")
  file(GLOB_RECURSE dictionaries CONFIGURE_DEPENDS "${folder}/en/*.tsv" "${folder}/en/*.rules")
  # The list of files is a dependency as well: a file that goes away changes the image.
  set(list "${PROJECT_BINARY_DIR}/english.files")
  file(CONFIGURE OUTPUT "${list}" CONTENT "${dictionaries}" @ONLY)
  add_custom_command(
    OUTPUT "${image}"
    COMMAND dossier_compile_image "${image}" "${folder}" "${folder}/en"
    DEPENDS dossier_compile_image ${dictionaries} "${list}"
    COMMENT "Compiling the English dictionaries"
    VERBATIM)
  set(${out} "${image}" PARENT_SCOPE)
endfunction()

# dossier_embed_image(TARGET IMAGE): adds the image's bytes to a target; an empty IMAGE gives zero bytes, so that the
# symbols are always there. REQUIRES: dossier_english_image() was called in the same folder.
function(dossier_embed_image target image)
  if(APPLE)
    set(section ".section __TEXT,__const")
    set(prefix "_")
    set(hidden ".private_extern")
    set(note "")
  else()
    set(section ".section .rodata,\"a\"")
    if(DOSSIER_LARGE_DATA)
      set(section ".section ${DOSSIER_LARGE_DATA},\"a\"")
    endif()
    set(prefix "")
    set(hidden ".hidden")
    set(note ".section .note.GNU-stack,\"\",%progbits")
  endif()
  if(image)
    set(content ".incbin \"${image}\"")
  else()
    set(content "")
  endif()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/english_image.S")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [[
/* The compiled English dictionaries, as read-only data of the library. */
@section@
.balign 64
.globl @prefix@dossier_english_image
@hidden@ @prefix@dossier_english_image
@prefix@dossier_english_image:
@content@
.globl @prefix@dossier_english_image_end
@hidden@ @prefix@dossier_english_image_end
@prefix@dossier_english_image_end:
.byte 0
@note@
]])
  if(image)
    set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${image}")
  endif()
  target_sources(${target} PRIVATE "${source}")
endfunction()
