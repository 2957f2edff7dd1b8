# shared_module(NAME [RELAXED] SOURCES ...): C++ as NAME.wasm, which imports the memory of another module and
# brings nothing into it (no data, no start function), so that each thread may have an instance. RELAXED: with
# relaxed SIMD's fused multiply-add.
include(CheckCXXSourceCompiles)

execute_process(COMMAND em-config LLVM_ROOT OUTPUT_VARIABLE llvm OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(WASM_LD wasm-ld HINTS ${llvm} REQUIRED)

set(CMAKE_REQUIRED_FLAGS "-msimd128 -mrelaxed-simd")
check_cxx_source_compiles("
  typedef float V __attribute__((vector_size(16)));
  int main() { V v = {}; return (int)__builtin_wasm_relaxed_madd_f32x4(v, v, v)[0]; }" HAVE_RELAXED_MADD)
unset(CMAKE_REQUIRED_FLAGS)
if(NOT HAVE_RELAXED_MADD)  # LLVM 14 has the proposal's first opcodes, which no browser knows
  find_program(WASM2WAT wasm2wat REQUIRED)
  find_program(WAT2WASM wat2wasm REQUIRED)
endif()

function(shared_module name)
  cmake_parse_arguments(arg "RELAXED" "" "SOURCES" ${ARGN})
  add_library(${name}-objects STATIC ${arg_SOURCES})
  target_include_directories(${name}-objects PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_options(${name}-objects PRIVATE
    -O3 -fno-lto -matomics -mbulk-memory -mmutable-globals -fno-exceptions -fno-rtti)
  if(arg_RELAXED AND HAVE_RELAXED_MADD)
    target_compile_options(${name}-objects PRIVATE -mrelaxed-simd)
  elseif(arg_RELAXED)
    target_compile_definitions(${name}-objects PRIVATE FOUNDER_MADD_IS_IMPORTED)
    set(fuse COMMAND ${CMAKE_COMMAND} -DMODULE=${name}.wasm -DWASM2WAT=${WASM2WAT}
      -DWAT2WASM=${WAT2WASM} -P ${CMAKE_SOURCE_DIR}/wasm/fuse.cmake)
  endif()
  add_custom_command(OUTPUT ${name}.wasm
    COMMAND ${WASM_LD} -o ${name}.wasm --no-entry --strip-all --import-memory
      --max-memory=4294967296 --export=__stack_pointer --allow-undefined
      --whole-archive $<TARGET_FILE:${name}-objects>
    ${fuse}
    DEPENDS ${name}-objects ${CMAKE_SOURCE_DIR}/wasm/fuse.cmake
    VERBATIM)
  add_custom_target(${name} ALL DEPENDS ${name}.wasm)
endfunction()
