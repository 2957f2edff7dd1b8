#!/usr/bin/python3
"""What torch.onnx.export makes of the full-size 12-lead network, the weights those of make_checkpoint.

    export_torch_onnx.py OUT.onnx

The graph that ours is compared with. Needs Debian's python3-torch.
"""
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "golden"))
from make_model_golden import CASES, network  # noqa: E402


class Logits(torch.nn.Module):
    """Upstream's one output."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ecg):
        return self.net(ecg)[0]


def main(out):
    config = CASES["full_12_lead"]
    ecg = torch.zeros(1, config["leads"], config["samples"])
    torch.onnx.export(Logits(network(config)).eval(), ecg, out, opset_version=13,
                      input_names=["ecg"], output_names=["logits"])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
