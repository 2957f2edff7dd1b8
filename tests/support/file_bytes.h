#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "models/bytes.h"
#include "models/error.h"

namespace founder::test {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

inline File openFile(const std::string& path, const char* mode) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) throw ModelError("no-file", "The file " + path + " cannot be opened.");
  return file;
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::string& path) : file_(openFile(path, "rb")) {
    std::fseek(file_.get(), 0, SEEK_END);
    size_ = static_cast<std::uint64_t>(std::ftell(file_.get()));
  }
  std::uint64_t size() const override { return size_; }
  void read(std::uint64_t offset, void* to, std::size_t count) const override {
    if (offset > size_ || count > size_ - offset)
      throw ModelError("truncated", "The file ends too early.");
    std::fseek(file_.get(), static_cast<long>(offset), SEEK_SET);
    if (std::fread(to, 1, count, file_.get()) != count)
      throw ModelError("truncated", "The file cannot be read.");
    bytesRead += count;
  }
  mutable std::uint64_t bytesRead = 0;

 private:
  File file_;
  std::uint64_t size_ = 0;
};

class FileSink : public ByteSink {
 public:
  explicit FileSink(const std::string& path) : file_(openFile(path, "wb")) {}
  void write(const void* from, std::size_t count) override {
    if (std::fwrite(from, 1, count, file_.get()) != count)
      throw ModelError("no-file", "The file cannot be written.");
    bytesWritten += count;
  }
  std::uint64_t bytesWritten = 0;

 private:
  File file_;
};

class CountingSink : public ByteSink {
 public:
  void write(const void*, std::size_t count) override { bytes += count; }
  std::uint64_t bytes = 0;
};

}  // namespace founder::test
