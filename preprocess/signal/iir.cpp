#include "preprocess/signal/iir.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "preprocess/error.h"

namespace ecg {
namespace {

/// One direction of a filter of fixed order, in place; `at(i)` is the i-th sample on the way.
template <std::size_t Order, typename At>
void run(const IirFilter& filter, std::size_t n, At at) {
  std::array<double, Order + 1> b, a;
  std::array<double, Order> z;
  std::copy_n(filter.b.begin(), Order + 1, b.begin());
  std::copy_n(filter.a.begin(), Order + 1, a.begin());
  for (std::size_t k = 0; k < Order; ++k) z[k] = filter.zi[k] * at(0);
  for (std::size_t i = 0; i < n; ++i) {
    const double in = at(i);
    const double out = z[0] + b[0] * in;
    for (std::size_t k = 0; k + 1 < Order; ++k) z[k] = z[k + 1] + in * b[k + 1] - out * a[k + 1];
    z[Order - 1] = in * b[Order] - out * a[Order];
    at(i) = out;
  }
}

template <std::size_t Order>
void runBothWays(const IirFilter& filter, std::vector<double>& x) {
  double* first = x.data();
  double* last = x.data() + x.size() - 1;
  run<Order>(filter, x.size(), [first](std::size_t i) -> double& { return first[i]; });
  run<Order>(filter, x.size(), [last](std::size_t i) -> double& { return *(last - i); });
}

std::vector<double> oddExtension(const double* x, std::size_t n, std::size_t edge) {
  std::vector<double> out(n + 2 * edge);
  for (std::size_t i = 0; i < edge; ++i) {
    out[i] = 2 * x[0] - x[edge - i];
    out[edge + n + i] = 2 * x[n - 1] - x[n - 2 - i];
  }
  std::copy_n(x, n, out.begin() + static_cast<std::ptrdiff_t>(edge));
  return out;
}

}  // namespace

void filtfilt(const IirFilter& filter, double* x, std::size_t n) {
  const std::size_t edge = filter.edge();
  if (n <= edge)
    reject("too-short", {"A signal of ", n, " samples is too short to filter: more than ", edge,
                         " are needed."});
  std::vector<double> extended = oddExtension(x, n, edge);
  switch (filter.order()) {
    case 2:
      runBothWays<2>(filter, extended);
      break;
    case 8:
      runBothWays<8>(filter, extended);
      break;
    default:
      throw std::invalid_argument("filtfilt: only filters of order 2 and 8 are built in");
  }
  std::copy_n(extended.begin() + static_cast<std::ptrdiff_t>(edge), n, x);
}

}  // namespace ecg
