#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// The one file of a set that a sniffer of single files knows; the first one where it knows none.
///
/// @param format how a message names the format, in the plural: "Polar recordings".
/// @throws InputError `no-file`, `several-recordings`.
const NamedBytes& pickFile(const FileSet& files, Match (*sniff)(ByteView), const char* format);

/// The best match of a sniffer of single files over a set.
Match sniffEach(const FileSet& files, Match (*sniff)(ByteView));

}  // namespace ecg
