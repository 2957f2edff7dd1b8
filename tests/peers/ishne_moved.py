"""An ISHNE file as biosig 2.5.0 needs it: its samples from byte 4096 on, the only place where it
looks, and version 1, without which it takes them for unsigned."""
import binascii
import os
import struct

CHECKSUM, FIRST = 8, 10  # bytes: where the checksum is, and what it begins to count
FIXED_END, SAMPLES_AT = 522, 4096


def moved(path, folder):
    """Writes the file anew into `folder` and returns its path there. Layout: ISHNE's 1997 paper."""
    with open(path, "rb") as file:
        content = file.read()
    samples_at = struct.unpack_from("<i", content, 22)[0]
    header = bytearray(content[:samples_at].ljust(SAMPLES_AT, b" "))
    struct.pack_into("<i", header, 10, SAMPLES_AT - FIXED_END)
    struct.pack_into("<i", header, 22, SAMPLES_AT)
    struct.pack_into("<h", header, 26, 1)
    struct.pack_into("<H", header, CHECKSUM, binascii.crc_hqx(bytes(header[FIRST:]), 0xFFFF))
    path = os.path.join(folder, os.path.basename(path))
    with open(path, "wb") as file:
        file.write(header + content[samples_at:])
    return path
