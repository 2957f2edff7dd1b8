#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/formats/scp/leads.h"

namespace ecg::scp {

/// Where each lead begins in the recording, whose length this sets; says which leads do not cover
/// all of it.
///
/// @throws InputError `no-signal`, `gap-too-long`.
std::vector<std::size_t> placeLeads(const Record& record, const Leads& leads,
                                    const std::vector<std::vector<float>>& samples,
                                    Recording& recording);

/// Says which leads' bytes end before their samples do: a partial read, but only where the bytes
/// are surely the leads' own.
///
/// @param spare bytes of section 6 that belong to no lead.
/// @throws InputError `bad-header`.
void reportShortLeads(const Record& record, const Leads& leads, std::size_t spare,
                      const std::vector<std::vector<float>>& samples, Recording& recording);

}  // namespace ecg::scp
