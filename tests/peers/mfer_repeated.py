"""An MFER file that says for each channel what it says for all, as biosig 2.5.0 needs it."""
import os

BLOCK, TYPE, RESOLUTION, CHANNEL = 0x04, 0x0A, 0x0C, 0x3F
SIXTEEN_BITS = bytes([TYPE, 1, 0])  # MFER's default, which ours does not write


def length_at(content, at):
    """(length, bytes that say it)"""
    if content[at] < 0x80:
        return content[at], 1
    size = content[at] & 0x7F
    return int.from_bytes(content[at + 1:at + 1 + size], "big"), 1 + size


def definitions(content):
    """(tag, the whole definition), one after the other."""
    at = 0
    while at < len(content):
        length_from = at + (2 if content[at] == CHANNEL else 1)
        length, size = length_at(content, length_from)
        end = length_from + size + length
        yield content[at], content[at:end]
        at = end


def repeated(path, folder):
    """Writes the file anew into `folder` and returns its path there."""
    with open(path, "rb") as file:
        content = file.read()
    found = list(definitions(content))
    common = b"".join(whole for tag, whole in found if tag in (BLOCK, RESOLUTION)) + SIXTEEN_BITS
    path = os.path.join(folder, os.path.basename(path))
    with open(path, "wb") as file:
        for tag, whole in found:
            if tag == CHANNEL:
                whole = whole[:2] + bytes([whole[2] + len(common)]) + whole[3:] + common
            file.write(whole)
    return path
