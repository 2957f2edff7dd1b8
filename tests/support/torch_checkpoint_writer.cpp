#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "tests/support/checkpoint_writer.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/zip_writer.h"

namespace founder::test {
namespace {

constexpr std::size_t chunk = 1 << 16;

// The bytes of archive/data/KEY: a tensor's weights, or what Adam keeps.
struct Storage {
  enum class Kind { weights, zeros, step } kind = Kind::zeros;
  TensorShape tensor;
  std::uint64_t elements = 1;
};

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

class TorchWriter {
 public:
  TorchWriter(const CheckpointSpec& spec, ByteSink& sink) : spec_(spec), zip_(sink) {}
  void write();

 private:
  void tensor(Storage storage, DType type);
  void orderedDict();
  void stateDict();
  void metadata();
  void optimizer();
  void adamState(const TensorShape& parameter);
  void parameterGroups(std::size_t parameters);
  void scheduler();
  void valAuroc();
  void pickleAll();
  void data(std::size_t key);

  const CheckpointSpec& spec_;
  ZipWriter zip_;
  PickleWriter pickle_;
  std::vector<Storage> storages_;
};

void TorchWriter::orderedDict() { pickle_.global("collections", "OrderedDict").op(")R").put(); }

void TorchWriter::tensor(Storage storage, DType type) {
  const std::vector<std::uint64_t> shape = storage.tensor.shape;
  const char* storageName = type == DType::int64      ? "LongStorage"
                            : type == DType::float64  ? "DoubleStorage"
                            : type == DType::float16  ? "HalfStorage"
                            : type == DType::bfloat16 ? "BFloat16Storage"
                                                      : "FloatStorage";
  pickle_.global("torch._utils", "_rebuild_tensor_v2").op("((").text("storage");
  pickle_.global("torch", storageName).text(std::to_string(storages_.size())).text("cpu");
  pickle_.integer(static_cast<std::int64_t>(storage.elements)).op("t").put();
  pickle_.op("Q").integer(0);
  const auto tuple = [&](const std::vector<std::uint64_t>& values) {
    if (values.size() > 3) throw std::invalid_argument("no tensor has four dimensions");
    const char* const close[] = {")", "\x85", "\x86", "\x87"};
    for (const std::uint64_t value : values) pickle_.integer(static_cast<std::int64_t>(value));
    pickle_.op(close[values.size()]);
    if (!values.empty()) pickle_.put();
  };
  std::vector<std::uint64_t> strides(shape.size(), 1);
  for (std::size_t i = shape.size(); i-- > 1;) strides[i - 1] = strides[i] * shape[i];
  tuple(shape);
  tuple(strides);
  pickle_.op("\x89");
  orderedDict();
  pickle_.op("t").put();
  pickle_.op("R").put();
  storages_.push_back(std::move(storage));
}

void TorchWriter::stateDict() {
  orderedDict();
  pickle_.op("(");
  for (const TensorShape& entry : tensorsOf(spec_)) {
    pickle_.text(spec_.prefix + entry.name);
    tensor({Storage::Kind::weights, entry, countElements(entry.name, entry.shape)},
           storedType(spec_, entry));
  }
  pickle_.op("u");
  metadata();
}

// _metadata: the version of each module, an attribute of the OrderedDict.
void TorchWriter::metadata() {
  pickle_.op("}").put();
  pickle_.text("_metadata");
  orderedDict();
  pickle_.op("(").text("").op("}").put();
  pickle_.text("version").integer(1).op("s");
  for (const char* module : {"first_conv", "first_conv.conv", "first_bn", "stage_list", "dense"}) {
    pickle_.text(module).op("}").put();
    pickle_.text("version").integer(std::string(module) == "first_bn" ? 2 : 1).op("s");
  }
  pickle_.op("usb");
}

void TorchWriter::adamState(const TensorShape& parameter) {
  const std::uint64_t elements = countElements(parameter.name, parameter.shape);
  pickle_.op("}").put();
  pickle_.op("(").text("step");
  tensor({Storage::Kind::step, {"step", {}}, 1}, DType::float32);
  for (const char* name : {"exp_avg", "exp_avg_sq"}) {
    pickle_.text(name);
    tensor({Storage::Kind::zeros, parameter, elements}, DType::float32);
  }
  pickle_.op("u");
}

void TorchWriter::parameterGroups(std::size_t parameters) {
  pickle_.text("param_groups").op("]").put();
  pickle_.op("}").put();
  pickle_.op("(").text("lr").real(1e-3).text("betas").real(0.9).real(0.999).op("\x86").put();
  pickle_.text("eps").real(1e-8).text("weight_decay").integer(0).text("amsgrad").op("\x89");
  pickle_.text("maximize").op("\x89").text("foreach").op("N").text("params").op("]").put();
  for (std::size_t first = 0; first < parameters; first += 1000) {
    pickle_.op("(");
    for (std::size_t i = first; i < std::min(first + 1000, parameters); ++i)
      pickle_.integer(static_cast<std::int64_t>(i));
    pickle_.op("e");
  }
  pickle_.op("ua");
}

// Adam keeps state only for parameters that had a gradient, so not for BatchNorm's.
void TorchWriter::optimizer() {
  pickle_.op("}").put();
  pickle_.op("(").text("state").op("}").put();
  pickle_.op("(");
  std::int64_t parameters = 0;
  for (const TensorShape& entry : tensorList(spec_.net)) {
    if (!endsWith(entry.name, ".weight") && !endsWith(entry.name, ".bias")) continue;
    const std::int64_t index = parameters++;
    if (entry.name.find("bn") != std::string::npos) continue;
    pickle_.integer(index);
    adamState(entry);
  }
  pickle_.op("u");
  parameterGroups(static_cast<std::size_t>(parameters));
  pickle_.op("u");
}

void TorchWriter::scheduler() {
  pickle_.op("}").put();
  pickle_.op("(").text("factor").real(0.1).text("min_lrs").op("]").put();
  pickle_.integer(0).op("a").text("patience").integer(10).text("verbose").op("\x89");
  pickle_.text("mode").text("max").text("threshold").real(1e-4).text("best").real(0.5);
  pickle_.text("mode_worse").real(-INFINITY).text("last_epoch").integer(1);
  pickle_.text("_last_lr").op("]").put();
  pickle_.real(1e-3).op("au");
}

void TorchWriter::valAuroc() {
  if (spec_.defect == Defect::foreignGlobal) {
    pickle_.global("os", "system").text("echo this must not run").op("\x85").put();
    pickle_.op("R").put();
    return;
  }
  pickle_.global("numpy.core.multiarray", "scalar").global("numpy", "dtype").text("f8");
  pickle_.op("\x89\x88\x87").put();
  pickle_.op("R").put();
  pickle_.op("(").integer(3).text("<").op("NNN").integer(-1).integer(-1).integer(0).op("t").put();
  pickle_.op("b").global("_codecs", "encode");
  // 0.9 as eight latin-1 characters in UTF-8
  pickle_.text("\xc3\x8d\xc3\x8c\xc3\x8c\xc3\x8c\xc3\x8c\xc3\x8c\xc3\xac?").text("latin1");
  pickle_.op("\x86").put();
  pickle_.op("R").put();
  pickle_.op("\x86").put();
  pickle_.op("R").put();
}

void TorchWriter::pickleAll() {
  if (spec_.bare) {
    stateDict();
  } else {
    pickle_.op("}").put();
    pickle_.op("(").text("epoch").integer(3).text("step").integer(100000).text("state_dict");
    stateDict();
    if (spec_.optimizer) {
      pickle_.text("optimizer");
      optimizer();
    }
    pickle_.text("scheduler");
    scheduler();
    pickle_.text("val_auroc");
    valAuroc();
    pickle_.op("u");
  }
  pickle_.op(".");
}

void TorchWriter::data(std::size_t key) {
  const Storage& storage = storages_[key];
  zip_.begin("archive/data/" + std::to_string(key));
  const bool flip = spec_.defect == Defect::corruptCrc && storage.tensor.name == "dense.weight" &&
                    storage.kind == Storage::Kind::weights;
  for (std::uint64_t done = 0; done < storage.elements; done += chunk) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(chunk, storage.elements - done));
    std::string bytes(count * 4, '\0');
    if (storage.kind == Storage::Kind::step) bytes = le(0x47C35000, 4);  // 100000.0f
    if (storage.kind == Storage::Kind::weights)
      bytes = tensorBytes(spec_, storage.tensor, done, count);
    zip_.write(bytes.data(), bytes.size(), flip && done == 0);
  }
  zip_.end();
}

void TorchWriter::write() {
  pickleAll();
  if (spec_.defect == Defect::compressedEntry) {
    zip_.addDeflated("archive/data.pkl", pickle_.bytes, pickle_.bytes.size());
  } else {
    zip_.begin("archive/data.pkl");
    zip_.write(pickle_.bytes.data(), pickle_.bytes.size());
    zip_.end();
  }
  std::vector<std::string> keys;  // torch sorts them as texts
  for (std::size_t i = 0; i < storages_.size(); ++i) keys.push_back(std::to_string(i));
  std::sort(keys.begin(), keys.end());
  for (const std::string& key : keys) {
    if (spec_.defect == Defect::zipBomb && key == "0")
      zip_.addDeflated("archive/data/0", std::string(1000, '\0'), 1000000000000);
    else
      data(std::stoul(key));
  }
  zip_.begin("archive/version");
  zip_.write("3\n", 2);
  zip_.end();
  zip_.finish();
}

}  // namespace

void writeTorchCheckpoint(const CheckpointSpec& spec, ByteSink& sink) {
  if (spec.defect == Defect::truncated) return writeHalf(spec, sink, writeTorchCheckpoint);
  TorchWriter(spec, sink).write();
}

}  // namespace founder::test
