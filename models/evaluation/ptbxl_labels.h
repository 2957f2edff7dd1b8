#pragma once

#include <string>
#include <vector>

#include "models/evaluation/csv_reader.h"
#include "models/evaluation/label_table.h"

namespace founder {

/// True for the header of PTB-XL's `ptbxl_database.csv` (Wagner et al., Scientific Data 2020): it has
/// the columns ecg_id, scp_codes, filename_lr and filename_hr.
bool isPtbxlHeader(const std::vector<std::string>& header);

/// Reads the rows of `ptbxl_database.csv` by the table of SCP codes in ptbxl_labels.cpp.
///
/// A label is present where a code for it is, absent where none is, and unknown where the row leaves
/// it open:
/// - Likelihood. PTB-XL gives rhythm and form statements the likelihood 0, so for every code 0 counts
///   as present. A code with a likelihood of 1 to 49 (a diagnosis that its author doubted) makes its
///   label unknown; 50 and above is present.
/// - A code that includes or borders on a label without being it makes that label unknown: SBRAD,
///   STACH and SARRH are sinus rhythms that upstream words otherwise, so SINUS RHYTHM is unknown
///   beside them (as it is where a row has no rhythm statement at all); ILMI leaves INFERIOR INFARCT
///   and LATERAL INFARCT open, LPR leaves WITH 1ST DEGREE AV BLOCK open, and so on.
/// - PACE does not say which chamber is paced; it stands for both of upstream's wordings of
///   ventricular pacing, by far the most frequent.
///
/// A recording's name is its filename_hr; it may also be found as filename_lr, or by either name
/// without its folders.
LabelTable readPtbxlRows(const std::vector<std::string>& header, CsvReader& reader);

}  // namespace founder
