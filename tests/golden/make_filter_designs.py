#!/usr/bin/python3
"""Prints preprocess/signal/designs.cpp: SciPy 1.10's own coefficients of the fixed 500 Hz designs.

    /usr/bin/python3 tests/golden/make_filter_designs.py > preprocess/signal/designs.cpp

repr() of a double is its shortest exact decimal form, so the constants are SciPy's to the last bit.
"""
import scipy
from scipy import signal

FS = 500
DESIGNS = [
    ("founderBandpass", "butter(4, [0.67, 40], 'bandpass', fs=500)",
     signal.butter(4, [0.67, 40], "bandpass", fs=FS)),
    ("paperHighpass", "butter(2, 0.5, 'highpass', fs=500)",
     signal.butter(2, 0.5, "highpass", fs=FS)),
    ("paperLowpass", "butter(2, 50, 'lowpass', fs=500)", signal.butter(2, 50, "lowpass", fs=FS)),
    ("notch50", "iirnotch(50, 30, 500)", signal.iirnotch(50, 30, FS)),
    ("notch60", "iirnotch(60, 30, 500)", signal.iirnotch(60, 30, FS)),
]


def array(values):
    lines = [", ".join(repr(float(v)) for v in values[i:i + 4]) for i in range(0, len(values), 4)]
    return "{" + ",\n       ".join(lines) + "}"


assert scipy.__version__.startswith("1.10."), scipy.__version__
print("// Written by tests/golden/make_filter_designs.py from SciPy %s; not edited by hand."
      % scipy.__version__)
print('#include "preprocess/signal/designs.h"\n\nnamespace ecg {')
for name, call, (b, a) in DESIGNS:
    zi = signal.lfilter_zi(b, a)
    print(f"\n// {call}\nconst IirFilter& {name}() {{\n  static const IirFilter filter{{")
    print(f"      {array(b)},\n      {array(a)},\n      {array(zi)}}};\n  return filter;\n}}")
print("\n}  // namespace ecg")
