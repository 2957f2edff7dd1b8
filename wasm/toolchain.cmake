# Finds Emscripten (an emsdk on the PATH, or Debian's package) and hands over to its toolchain file.
find_program(EMCC emcc REQUIRED)
get_filename_component(emcc_real ${EMCC} REALPATH)
get_filename_component(emcc_dir ${emcc_real} DIRECTORY)
find_file(EMSCRIPTEN_TOOLCHAIN Emscripten.cmake NO_CMAKE_FIND_ROOT_PATH REQUIRED
  PATHS ${emcc_dir}/cmake/Modules/Platform /usr/share/emscripten/cmake/Modules/Platform)
include(${EMSCRIPTEN_TOOLCHAIN})
