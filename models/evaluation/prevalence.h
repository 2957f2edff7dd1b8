#pragma once

#include <vector>

namespace founder {

/// The prevalence of a label at a site without labels, from its calibrated probabilities there: the
/// maximum of the likelihood that the EM algorithm of Saerens, Latinne and Decaestecker (Neural
/// Computation 2002) climbs to. The likelihood is concave in the prevalence, so it is found by
/// bisection of its derivative, exactly and without EM's slow end.
///
/// It holds where the site differs in how frequent the label is, not in how the label looks.
/// @param probabilities at the new site, at least one, each in [0, 1]
/// @param before the prevalence for which they are calibrated, 0 < p < 1
/// @returns the prevalence, 0 or 1 where the likelihood rises up to there
double estimatePrevalence(const std::vector<double>& probabilities, double before);

}  // namespace founder
