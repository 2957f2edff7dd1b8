#pragma once

#include "models/net1d/layer.h"

namespace founder {

/// A convolution of width 1: out[r][n] = after(bias[r] + sum over k of w[r][k] before(in[k][n]))
/// for `columns` columns. The sum runs over k in order, in float32, whatever `columns` is. Method:
/// panels of the input, packed once for a block of columns that fits the second-level cache; each
/// strip of weights is read once a block (after Goto and van de Geijn 2008).
void multiply(const Layer& layer, Rows in, Rows out, std::size_t columns, Workspace& work);

/// Floats that `multiply` wants in Workspace::columns.
std::uint64_t multiplyWorkspace(std::size_t inputs, std::size_t columns);

/// A fully connected layer for each of `windows` vectors in[w] of the layer's columns. Rows of
/// `out` have room for whole strips.
void connect(const Layer& layer, Rows in, Rows out, std::size_t windows, Workspace& work);

}  // namespace founder
