#pragma once

#include "preprocess/formats/reader.h"

namespace ecg::csv {

/// `possible` where a file of the set is text whose first lines make a table with at least two rows
/// of numbers; an Apple Health export, XML and JSON are none.
Match sniffSet(const FileSet& files);

/// The one file of a set that is a table.
///
/// @throws InputError `several-recordings`, `no-file`.
const NamedBytes& pick(const FileSet& files);

}  // namespace ecg::csv
