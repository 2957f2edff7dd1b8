#!/usr/bin/python3
"""Reference outputs of Net1D in float64, from weights that both languages generate.

    make_model_golden.py                       writes model/*.json beside this script
    make_model_golden.py --check FILE.pth      loads a file of make_checkpoint with torch.load, and
                                               compares every tensor with the generator's
    make_model_golden.py --save FILE.pth NAME  torch.save's a checkpoint of a case's network

Needs Debian's python3-torch.
"""
import json
import pathlib
import sys

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "models" / "training"))
from net1d import Net1D  # noqa: E402
from random_weights import ecg, weights

FULL = dict(leads=12, baseFilters=64, ratio=1.0, filters=[64, 160, 160, 400, 400, 1024, 1024],
            blocks=[2, 2, 2, 3, 3, 4, 4], kernel=16, groupWidth=16, classes=150, samples=5000)
SMALL = dict(leads=2, baseFilters=4, ratio=1.0, filters=[4, 9, 16], blocks=[1, 2, 1], kernel=7,
             groupWidth=1, classes=5, samples=1001)
CASES = {
    "full_12_lead": FULL,
    "full_1_lead": dict(FULL, leads=1),
    "small_odd_channels": SMALL,
    "small_even_kernel": dict(SMALL, kernel=8, samples=4999),
    "small_half_ratio": dict(SMALL, ratio=0.5, filters=[8, 16, 16], groupWidth=4, samples=999),
    "small_groups": dict(SMALL, leads=3, baseFilters=8, filters=[8, 16, 28], groupWidth=4,
                         kernel=16, samples=625),
    "small_even_lengths": dict(SMALL, samples=1024),
    "small_shortest": dict(SMALL, kernel=16, samples=5),
    "small_full_lengths": dict(SMALL, leads=12, filters=[4, 8, 8, 11, 11, 16, 16],
                               blocks=[1, 1, 1, 1, 1, 1, 1], kernel=16, samples=5000),
}
TIME_MAP_KEPT = 400


def network(config):
    net = Net1D(config)
    state = {}
    for name, tensor in net.state_dict().items():
        if name.endswith("num_batches_tracked"):
            state[name] = torch.tensor(1000)
        else:
            state[name] = torch.from_numpy(weights(name, tuple(tensor.shape)))
    net.load_state_dict(state)
    return net


def numbers(array):
    return [float("%.12g" % value) for value in np.asarray(array).ravel()]


def golden(config):
    net = network(config).double().train()  # train(): BatchNorm, were it used, would show
    with torch.no_grad():
        x = torch.from_numpy(ecg(2, config["leads"], config["samples"])).double()
        logits, features, time_map = net(x)
    step = max(1, time_map.numel() // TIME_MAP_KEPT)
    return dict(config=config, windows=2, tensors=len(net.state_dict()), logits=numbers(logits),
                features=numbers(features), timeSteps=time_map.shape[-1], timeMapStep=step,
                timeMap=numbers(time_map.ravel()[::step]))


def write_all():
    folder = pathlib.Path(__file__).parent / "model"
    folder.mkdir(exist_ok=True)
    for name, config in CASES.items():
        result = golden(config)
        (folder / f"{name}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")
        logits = np.array(result["logits"])
        print(name, "logits' std", logits.std(), "features' std", np.std(result["features"]))


def check(path):
    checkpoint = torch.load(path, map_location="cpu")
    state = checkpoint.get("state_dict", checkpoint)
    for name, tensor in state.items():
        if not name.endswith("num_batches_tracked"):
            assert np.array_equal(tensor.numpy(), weights(name, tuple(tensor.shape))), name
    print(path, len(state), "tensors as generated;", ", ".join(checkpoint))


def save(path, name):
    net = network(CASES[name])
    optimizer = torch.optim.Adam(net.parameters())
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max")
    net(torch.from_numpy(ecg(1, CASES[name]["leads"], CASES[name]["samples"])))[0].sum().backward()
    scheduler.step(0.9)
    state = {key: value.clone() for key, value in net.state_dict().items()}
    optimizer.step()
    net.load_state_dict(state)
    torch.save(dict(epoch=3, step=100000, state_dict=net.state_dict(),
                    optimizer=optimizer.state_dict(), scheduler=scheduler.state_dict(),
                    val_auroc=np.float64(0.9)), path)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--check"]:
        check(arguments[1])
    elif arguments[:1] == ["--save"]:
        save(*arguments[1:])
    else:
        write_all()
