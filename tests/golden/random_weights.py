"""The numbers of tests/support/random_weights.cpp, bit for bit."""
import numpy as np


def hash_name(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    return np.uint64(value)


def uniform(name, count):
    with np.errstate(over="ignore"):
        z = hash_name(name) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(
            0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    top = (z >> np.uint64(40)).astype(np.int32) - (1 << 23)
    return top.astype(np.float32) * np.float32(2.0**-23)


def gain(name):
    if name.startswith("first_conv"):
        return 1.0
    if "se_fc" in name:
        return 1.0
    if name.startswith("dense"):
        return 0.125
    return 1.4


def weights(name, shape):
    """One tensor of the state_dict, float32."""
    count = int(np.prod(shape))
    scale, positive = np.float32(0.125), False
    if len(shape) >= 2:
        scale = np.float32(np.sqrt(3 * gain(name) / float(np.prod(shape[1:]))))
    elif "bn" in name:
        positive = name.endswith((".weight", ".running_var"))
        scale = np.float32(1.0 if positive else 0.5)
    value = uniform(name, count) * scale
    if positive:
        value = np.abs(value) + np.float32(2.0**-6)
    return value.reshape(shape)


def ecg(windows, leads, samples):
    """An input that looks normalised: noise with a spike every 400 samples."""
    value = uniform("ecg", windows * leads * samples).reshape(windows, leads, samples)
    spike = np.where(np.arange(samples) % 400 < 16, np.float32(4.0), np.float32(-0.125))
    return value + spike
