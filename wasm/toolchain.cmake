# Finds Emscripten (an emsdk on the PATH, or Debian's package) and hands over to its toolchain file.
find_program(EMCC emcc REQUIRED)
get_filename_component(emcc_real ${EMCC} REALPATH)
get_filename_component(emcc_dir ${emcc_real} DIRECTORY)
find_file(EMSCRIPTEN_TOOLCHAIN Emscripten.cmake NO_CMAKE_FIND_ROOT_PATH REQUIRED
  PATHS ${emcc_dir}/cmake/Modules/Platform /usr/share/emscripten/cmake/Modules/Platform)
include(${EMSCRIPTEN_TOOLCHAIN})

# Debian's Emscripten looks for acorn where Debian's Node would find it, and nowhere else.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()
