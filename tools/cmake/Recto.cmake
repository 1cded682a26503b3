# How a library, a program and a test of Recto are declared. Sources are listed, never globbed.
#
#   recto_library(study
#     SOURCES queue.cpp session.cpp
#     USES recto::deck recto::memory        what our headers show
#     PRIVATE SQLiteCpp)                    what only our .cpp files include
#   recto_program(recto-deck SOURCES main.cpp USES recto::deckmaker)
#   recto_test(base_test SOURCES utf8_test.cpp USES recto::base [LABELS slow] [TIMEOUT seconds]
#     [PROGRAMS recto-deck])                what it runs
#   recto_fuzz(deck USES recto::deck)       fuzz target of deck.cpp with the seeds in corpus/deck
include_guard(GLOBAL)

find_package(PkgConfig REQUIRED)

# Flags of our own targets only: third-party headers are SYSTEM and stay silent.
add_library(recto_options INTERFACE)
target_include_directories(recto_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(recto_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # gcc 12 at -O2 sees overlaps inside std::string that cannot be (its bug 105651)
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # gcc's -Wconversion leaves this out, clang's does not
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)
if(RECTO_SANITIZE)
  target_compile_options(recto_options INTERFACE
    -fsanitize=${RECTO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(recto_options INTERFACE -fsanitize=${RECTO_SANITIZE})
  if(RECTO_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Boost.Asio's fences are not understood, and gcc says so at each include.
    target_compile_options(recto_options INTERFACE -Wno-tsan)
  endif()
endif()
if(RECTO_FUZZ)
  target_compile_options(recto_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(RECTO_COVERAGE)
  target_compile_options(recto_options INTERFACE --coverage -O0)
  target_link_options(recto_options INTERFACE --coverage)
endif()

function(recto_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(recto_${name} STATIC ${ARG_SOURCES})
  add_library(recto::${name} ALIAS recto_${name})
  target_link_libraries(recto_${name} PUBLIC ${ARG_USES} PRIVATE recto_options ${ARG_PRIVATE})
endfunction()

function(recto_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE recto_options ${ARG_USES})
endfunction()

function(recto_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LABELS;PROGRAMS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE recto_options recto::test_support ${ARG_USES})
  if(ARG_PROGRAMS)
    add_dependencies(${name} ${ARG_PROGRAMS})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 600)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()

# With libFuzzer `fuzz_NAME`, as a test a short run that is the same each time; without it `replay_NAME`, as a test the corpus.
function(recto_fuzz name)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  if(RECTO_FUZZ)
    set(program fuzz_${name})
    recto_program(${program} SOURCES ${name}.cpp USES ${ARG_USES})
    target_link_options(${program} PRIVATE -fsanitize=fuzzer)
    add_test(NAME ${program} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/run ${name} 2 ${PROJECT_BINARY_DIR} 1)
    set_tests_properties(${program} PROPERTIES TIMEOUT 120 LABELS slow)
    add_dependencies(fuzz ${program})
  else()
    set(program replay_${name})
    recto_program(${program} SOURCES ${name}.cpp replay.cpp USES ${ARG_USES})
    add_test(NAME ${program} COMMAND ${program} ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
    set_tests_properties(${program} PROPERTIES TIMEOUT 120)
  endif()
endfunction()
