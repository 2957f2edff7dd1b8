#pragma once

namespace founder {

/// What the writer and the reader of our ONNX files agree on.
inline constexpr int onnxFormatVersion = 1;
inline constexpr char onnxProducer[] = "ecgfounder-web";

/// Fields of onnx.proto3's ModelProto.
namespace onnxModel {
enum {
  irVersion = 1,
  producerName = 2,
  producerVersion = 3,
  graph = 7,
  opsetImport = 8,
  metadata = 14
};
}

/// Keys of metadata_props.
namespace onnxKey {
inline constexpr char format[] = "ecgfounder.format";
inline constexpr char leads[] = "leads";    // JSON array
inline constexpr char labels[] = "labels";  // JSON array, in output order
inline constexpr char samplingRate[] = "sampling_rate";
inline constexpr char windowSamples[] = "window_samples";
inline constexpr char preset[] = "preset";
inline constexpr char weights[] = "weights";  // fp32 or fp16
inline constexpr char sourceSha256[] = "source_sha256";
inline constexpr char net1d[] = "net1d";  // JSON
}  // namespace onnxKey

}  // namespace founder
