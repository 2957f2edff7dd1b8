"""EDF and BDF by EDFlib (Debian's libedf1), called through ctypes; the structs are edflib.h's."""
import ctypes as c

import numpy as np

from case import Case, in_millivolts
from edf_files import write_all

LIBRARY = c.CDLL("libedf.so.1")
NAME, VERSION = "EDFlib", f"{LIBRARY.edflib_version() / 100}"
TICKS = 1e7  # EDFlib counts time in units of 100 ns


class Signal(c.Structure):
    _fields_ = [
        ("label", c.c_char * 17), ("samples", c.c_longlong),
        ("physical_maximum", c.c_double), ("physical_minimum", c.c_double),
        ("digital_maximum", c.c_int), ("digital_minimum", c.c_int),
        ("samples_in_record", c.c_int), ("unit", c.c_char * 9),
        ("prefilter", c.c_char * 81), ("transducer", c.c_char * 81)]


class Header(c.Structure):
    _fields_ = [
        ("handle", c.c_int), ("file_type", c.c_int), ("signal_count", c.c_int),
        ("duration", c.c_longlong), ("date", c.c_int * 3), ("subsecond", c.c_longlong),
        ("time", c.c_int * 3), ("patient", c.c_char * 81), ("recording", c.c_char * 81),
        ("patient_code", c.c_char * 81), ("gender", c.c_char * 16), ("birth_date", c.c_char * 16),
        ("birth_day", c.c_int * 3), ("name", c.c_char * 81), ("more", c.c_char * 81),
        ("admin_code", c.c_char * 81), ("technician", c.c_char * 81),
        ("equipment", c.c_char * 81), ("recording_more", c.c_char * 81),
        ("record_duration", c.c_longlong), ("records", c.c_longlong),
        ("annotations", c.c_longlong), ("signals", Signal * 640)]


def physical(handle, index, count):
    samples = np.empty(count)
    pointer = samples.ctypes.data_as(c.POINTER(c.c_double))
    if LIBRARY.edfread_physical_samples(handle, index, count, pointer) != count:
        raise ValueError("EDFlib reads fewer samples than it announces")
    return samples


def signals(path):
    """[(rate, (label, samples in mV))]; none where EDFlib refuses the file."""
    header = Header()
    if LIBRARY.edfopen_file_readonly(path.encode(), c.byref(header), 0):
        return
    for index in range(header.signal_count):
        signal = header.signals[index]
        samples = in_millivolts(physical(header.handle, index, signal.samples),
                                signal.unit.decode("latin-1").strip())
        rate = signal.samples_in_record * TICKS / header.record_duration
        yield rate, (signal.label.decode("latin-1").strip(), samples)
    LIBRARY.edfclose_file(header.handle)


def cases(folders):
    for path in folders.find(".edf", ".bdf") + write_all(LIBRARY, folders.made):
        found = list(signals(path))
        if found:  # a recording has one rate, in these files the first signal's
            rate = found[0][0]
            yield Case([path], [lead for other, lead in found if other == rate], rate)
