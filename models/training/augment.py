"""Variation that an ECG meets in the field, on prepared input [batch, leads, samples]."""
import torch
import torch.nn.functional as F


def standardise(x):
    """One z-score over leads and samples, as the `founder` preset ends."""
    mean = x.mean((1, 2), keepdim=True)
    return (x - mean) / (x.std((1, 2), unbiased=False, keepdim=True) + 1e-8)


def vary(x, rng):
    """Electrode gain, a lost lead, muscle noise, baseline drift."""
    n, leads, length = x.shape
    x = x * (1 + 0.1 * normal((n, leads, 1), rng))
    if leads > 1:
        lost = uniform((n, 1, 1), rng) < 0.1
        which = F.one_hot(torch.randint(leads, (n,), generator=rng), leads)[:, :, None].bool()
        x = x.masked_fill(lost & which, 0)
    noisy = (uniform((n, 1, 1), rng) < 0.5) * uniform((n, 1, 1), rng) * 0.15
    noise = F.avg_pool1d(normal((n, leads, length + 7), rng), 8, 1) * 8 ** 0.5
    drift = F.interpolate(normal((n, leads, length // 250 + 2), rng), length, mode="linear", align_corners=True)
    return standardise(x + noisy * noise + 0.15 * uniform((n, 1, 1), rng) * drift)


def wearable(x, rng):
    """One lead of any origin: turned over, worn elsewhere, band-limited, with lost seconds."""
    n, _, length = x.shape
    x = x * torch.where(uniform((n, 1, 1), rng) < 0.25, -1.0, 1.0)
    width = int(torch.randint(1, 9, (1,), generator=rng))
    if width > 1:
        x = F.avg_pool1d(F.pad(x, (width // 2, width - 1 - width // 2)), width, 1)
    silent = uniform((n,), rng) < 0.1
    start = (uniform((n,), rng) * length * 0.8).long()
    span = (uniform((n,), rng) * length * 0.2).long()
    t = torch.arange(length)
    gap = silent[:, None] & (t >= start[:, None]) & (t < (start + span)[:, None])
    return standardise(x.masked_fill(gap[:, None], 0))


def mix(x, targets, rng, strength=0.2):
    """Mixup (Zhang 2018) of two ECGs and their targets."""
    weight = torch.distributions.Beta(strength, strength).sample((len(x), 1, 1))
    weight = torch.maximum(weight, 1 - weight)
    other = torch.randperm(len(x), generator=rng)
    blend = lambda t: (w := weight.view(-1, *[1] * (t.ndim - 1))) * t + (1 - w) * t[other]
    return standardise(blend(x)), [blend(t) for t in targets]


def normal(shape, rng):
    return torch.randn(shape, generator=rng)


def uniform(shape, rng):
    return torch.rand(shape, generator=rng)
