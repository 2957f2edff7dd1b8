"""SCP-ECG, EDF, BDF, DICOM, HL7 aECG, ISHNE, MFER and some WFDB by biosig (Debian's libbiosig3),
called through ctypes. What biosig 2.5.0 cannot read may end its process, so each file has one."""
import ctypes as c
import multiprocessing
import os

import numpy as np

from case import Case, in_millivolts, package_version
from ishne_moved import moved
from mfer_repeated import repeated

LIBRARY = c.CDLL("libbiosig.so.3")
NAME, VERSION = "biosig", package_version("libbiosig3")
SECONDS = 10  # for a file
OVERFLOWS_ARE_MISSING, BY_TIME = 0x0004, 0x0008  # biosig.h's flags; the second: all leads at a time

# biosig 2.5.0 reads several leads in WFDB's format 16 (save2gdf shows it too), format 80, baselines
# in brackets, skew, several samples a frame and missing samples wrongly: these are the others.
WFDB = ("100_3chan.hea", "a00001.hea", "a00002.hea", "a00013.hea")
LABELLED = (".scp", ".edf", ".bdf", ".xml", *WFDB)
UNLABELLED = (".dcm", ".ecg", ".mwf")  # labels that biosig does not set, or not as ISHNE does
REWRITTEN = {".ecg": moved, ".mwf": repeated}


def function(name, result, *arguments):
    found = getattr(LIBRARY, name)
    found.restype, found.argtypes = result, arguments
    return found


sopen = function("sopen", c.c_void_p, c.c_char_p, c.c_char_p, c.c_void_p)
serror = function("serror2", c.c_int, c.c_void_p)
sread = function("sread", c.c_size_t, c.c_void_p, c.c_size_t, c.c_size_t, c.c_void_p)
sample_count = function("biosig_get_number_of_samples", c.c_size_t, c.c_void_p)
channel_count = function("biosig_get_number_of_channels", c.c_size_t, c.c_void_p)
rate_of = function("biosig_get_samplerate", c.c_double, c.c_void_p)
channel_of = function("biosig_get_channel", c.c_void_p, c.c_void_p, c.c_int)
label_of = function("biosig_channel_get_label", c.c_char_p, c.c_void_p)
reset_flag = function("biosig_reset_flag", c.c_int, c.c_void_p, c.c_int)
unit_of = function("biosig_channel_get_physdim", c.c_char_p, c.c_void_p)


def read(path):
    """(rate, [(label, samples in mV)]); None where biosig does not read the file."""
    header = sopen(path.encode(), b"r", None)
    if not header or serror(header):
        return None
    reset_flag(header, OVERFLOWS_ARE_MISSING | BY_TIME)
    count, channels = sample_count(header), channel_count(header)
    samples = np.full((channels, count), np.nan)
    sread(samples.ctypes.data, 0, count, header)
    if not channels or serror(header):
        return None
    leads = []
    for index, lead in enumerate(samples):
        channel = channel_of(header, index)
        label = label_of(channel).decode("latin-1") if path.lower().endswith(LABELLED) else ""
        leads.append((label.strip(), in_millivolts(lead, unit_of(channel).decode("latin-1"))))
    return rate_of(header), leads


def child(sender, path):
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.dup2(2, 1)
    sender.send(read(path))


def read_apart(path):
    """As `read`, in a process of its own: None also where that crashes or does not end."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=child, args=(sender, path))
    process.start()
    sender.close()
    try:
        return receiver.recv() if receiver.poll(SECONDS) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def with_signal_files(path):
    """A WFDB header and the signal files that it names; any other file alone."""
    if not path.endswith(".hea"):
        return [path]
    with open(path, encoding="latin-1") as header:
        lines = [line.split() for line in header if line.strip() and not line.startswith("#")]
    names = dict.fromkeys(words[0] for words in lines[1:])
    return [path] + [os.path.join(os.path.dirname(path), name) for name in names]


def cases(folders):
    for path in folders.find(*LABELLED, *UNLABELLED):
        ending = os.path.splitext(path)[1]
        if ending in REWRITTEN:
            path = REWRITTEN[ending](path, folders.made)
        found = read_apart(path)
        if found:
            rate, leads = found
            yield Case(with_signal_files(path), leads, rate)
