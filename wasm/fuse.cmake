# cmake -DMODULE=X.wasm -DWASM2WAT=... -DWAT2WASM=... -P fuse.cmake: makes of the calls of the import
# "instruction" "f32x4.relaxed_madd" that instruction, in place.
set(text ${MODULE}.wat)
execute_process(COMMAND ${WASM2WAT} --enable-threads --generate-names ${MODULE} -o ${text}
  COMMAND_ERROR_IS_FATAL ANY)
file(READ ${text} wat)
string(REGEX MATCH
  "\\(import \"instruction\" \"f32x4\\.relaxed_madd\" \\(func (\\$[^ ]+) \\(type \\$[^ ]+\\)\\)\\)"
  import "${wat}")
if(import STREQUAL "")
  message(FATAL_ERROR "${MODULE} has no fused multiply-add to put in")
endif()
set(name ${CMAKE_MATCH_1})
string(REPLACE "${import}" "" wat "${wat}")
string(REGEX REPLACE "call \\${name}([^0-9A-Za-z_.$])" "f32x4.relaxed_madd\\1" wat "${wat}")
file(WRITE ${text} "${wat}")
execute_process(COMMAND ${WAT2WASM} --enable-threads --enable-relaxed-simd ${text} -o ${MODULE}
  COMMAND_ERROR_IS_FATAL ANY)
