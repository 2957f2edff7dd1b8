# The kernels (models/net1d/kernels) as modules beside the core's: net1d.wasm, and net1d-relaxed.wasm,
# which has relaxed SIMD's fused multiply-add. They share the core's memory and bring nothing into it
# (no data, no start function), so that each thread may have an instance.
include(CheckCXXSourceCompiles)

execute_process(COMMAND em-config LLVM_ROOT OUTPUT_VARIABLE llvm OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(WASM_LD wasm-ld HINTS ${llvm} REQUIRED)

set(CMAKE_REQUIRED_FLAGS "-msimd128 -mrelaxed-simd")
check_cxx_source_compiles("
  typedef float V __attribute__((vector_size(16)));
  int main() { V v = {}; return (int)__builtin_wasm_relaxed_madd_f32x4(v, v, v)[0]; }" HAVE_RELAXED_MADD)
if(HAVE_RELAXED_MADD)
  set(relaxed_options -mrelaxed-simd)
else()  # LLVM 14 has the proposal's first opcodes, which no browser knows
  find_program(WASM2WAT wasm2wat REQUIRED)
  find_program(WAT2WASM wat2wasm REQUIRED)
  set(relaxed_options -DFOUNDER_MADD_IS_IMPORTED)
  set(fuse COMMAND ${CMAKE_COMMAND} -DMODULE=net1d-relaxed.wasm -DWASM2WAT=${WASM2WAT}
    -DWAT2WASM=${WAT2WASM} -P ${CMAKE_CURRENT_SOURCE_DIR}/fuse.cmake)
endif()

function(kernels_module name)
  cmake_parse_arguments(arg "" "" "OPTIONS;THEN" ${ARGN})
  kernels(${name}-objects)
  target_sources(${name}-objects PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/kernels.cpp)
  target_compile_options(${name}-objects PRIVATE
    -matomics -mbulk-memory -mmutable-globals -fno-exceptions -fno-rtti ${arg_OPTIONS})
  add_custom_command(OUTPUT ${name}.wasm
    COMMAND ${WASM_LD} -o ${name}.wasm --no-entry --strip-all --import-memory
      --max-memory=4294967296 --export=__stack_pointer --allow-undefined
      --whole-archive $<TARGET_FILE:${name}-objects>
    ${arg_THEN}
    DEPENDS ${name}-objects fuse.cmake
    VERBATIM)
  add_custom_target(${name} DEPENDS ${name}.wasm)
  add_dependencies(core ${name})
endfunction()
kernels_module(net1d)
kernels_module(net1d-relaxed OPTIONS ${relaxed_options} THEN ${fuse})
