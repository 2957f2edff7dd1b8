"""The synthetic ECG of tests/support/synthetic_ecg.cpp, bit for bit."""
import numpy as np

BUMPS = [(-160000, 55000, 120), (-28000, 16000, -110), (0, 24000, 1100), (30000, 18000, -240),
         (280000, 110000, 300)]
GAINS = [64, 100, 40, -82, 14, 70, -50, 20, 60, 120, 110, 80]
QUARTER = np.array([0, 100, 200, 297, 392, 483, 569, 650, 724, 792, 851, 903, 946, 980, 1004, 1019,
                    1024], np.int64)


def split_mix64(state):
    z = np.atleast_1d(np.asarray(state, np.uint64)) + np.uint64(0x9e3779b97f4a7c15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xbf58476d1ce4e5b9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94d049bb133111eb)
    return z ^ (z >> np.uint64(31))


def towards_zero(a, b):
    return np.sign(a) * (np.abs(a) // b)


def sine64(phase):
    p = phase % 64
    q = p % 32
    value = QUARTER[np.where(q <= 16, q, 32 - q)]
    return np.where(p < 32, value, -value)


def bump_at(bump, time):
    offset, half_width, height = bump
    distance = np.abs(time - offset)
    u = distance * 1024 // half_width
    q = 1024 * 1024 - u * u
    size = abs(height) * q * q >> 40
    return np.where(distance < half_width, np.sign(height) * size, 0)


def disturbance(seed, lead, t, time):
    h = split_mix64(np.uint64(seed) ^ np.uint64(lead << 40) ^ (t.astype(np.uint64) << np.uint64(4)))
    high, low = h >> np.uint64(59), (h >> np.uint64(54)) & np.uint64(31)
    noise = high.astype(np.int64) + low.astype(np.int64) - 31
    hum = towards_zero(sine64(time * 50 * 64 // 1000000) * 40, 1024)
    saw = (time // 1000 + 700 * lead) % 4000
    return noise + hum + np.where(saw < 2000, saw, 4000 - saw) // 8 + lead * 37 - 200


def synthetic_ecg(seed=1, rate_milli_hz=500000, samples=5000, leads=12, damage="none"):
    """float32 [leads, samples] in mV."""
    t = np.arange(samples, dtype=np.int64)
    time = t * 1000000000 // rate_milli_hz
    heart = np.zeros(samples, np.int64)
    at, k = 300000, 0
    while at < samples * 1000000000 // rate_milli_hz + 1000000:
        for bump in BUMPS:
            heart += bump_at(bump, time - at)
        at += 700000 + int(split_mix64(seed * 1000003 + k)[0] % np.uint64(300000))
        k += 1
    out = np.empty((leads, samples), np.float32)
    for lead in range(leads):
        value = towards_zero(heart * GAINS[lead], 64) + disturbance(seed, lead, t, time)
        out[lead] = value.astype(np.float32) / 1024
        if damage == "scattered":
            h = split_mix64((seed + 77 + lead * 1000000007 + t).astype(np.uint64))
            out[lead, h % np.uint64(97) == 0] = np.nan
        if damage == "gap" and (lead % 3 == 1 or leads == 1):
            out[lead, samples // 3:samples // 3 + samples // 20] = np.nan
        if damage == "all-flat" or damage == "flat-lead" and lead == (0 if leads == 1 else 5):
            out[lead] = 0
    return out
