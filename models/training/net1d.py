"""ECGFounder's Net1D in PyTorch, from its description: BatchNorm modules exist and are not used."""
import torch
from torch import nn
import torch.nn.functional as F


def swish(x):
    return F.silu(x)


class SameConv(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
        super().__init__()
        self.kernel, self.stride = kernel, stride
        self.conv = nn.Conv1d(inputs, outputs, kernel, stride, groups=groups)

    def forward(self, x):
        length = x.shape[-1]
        out = (length + self.stride - 1) // self.stride
        pad = max(0, (out - 1) * self.stride + self.kernel - length)
        return self.conv(F.pad(x, (pad // 2, pad - pad // 2)))


class Block(nn.Module):
    def __init__(self, inputs, outputs, config, first_in_stage, very_first):
        super().__init__()
        middle = int(outputs * config["ratio"])
        self.first_in_stage, self.very_first = first_in_stage, very_first
        self.bn1 = nn.BatchNorm1d(inputs)
        self.conv1 = SameConv(inputs, middle, 1)
        self.bn2 = nn.BatchNorm1d(middle)
        self.conv2 = SameConv(middle, middle, config["kernel"], 2 if first_in_stage else 1,
                              outputs // config["groupWidth"])
        self.bn3 = nn.BatchNorm1d(middle)
        self.conv3 = SameConv(middle, outputs, 1)
        self.se_fc1 = nn.Linear(outputs, outputs // 2)
        self.se_fc2 = nn.Linear(outputs // 2, outputs)

    def forward(self, x):
        out = x if self.very_first else swish(x)
        out = self.conv3(swish(self.conv2(swish(self.conv1(out)))))
        scale = torch.sigmoid(self.se_fc2(swish(self.se_fc1(out.mean(-1)))))
        out = out * scale.unsqueeze(-1)
        identity = x
        if self.first_in_stage:
            identity = F.max_pool1d(F.pad(identity, (0, 1)), 2)
        added = out.shape[1] - identity.shape[1]
        if added:
            identity = F.pad(identity, (0, 0, added // 2, added - added // 2))
        return out + identity


class Stage(nn.Module):
    def __init__(self, inputs, outputs, blocks, config, first):
        super().__init__()
        self.block_list = nn.ModuleList(
            Block(inputs if b == 0 else outputs, outputs, config, b == 0, first and b == 0)
            for b in range(blocks))

    def forward(self, x):
        for block in self.block_list:
            x = block(x)
        return x


class Net1D(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.first_conv = SameConv(config["leads"], config["baseFilters"], config["kernel"], 2)
        self.first_bn = nn.BatchNorm1d(config["baseFilters"])
        self.stage_list = nn.ModuleList()
        inputs = config["baseFilters"]
        for s, (outputs, blocks) in enumerate(zip(config["filters"], config["blocks"])):
            self.stage_list.append(Stage(inputs, outputs, blocks, config, s == 0))
            inputs = outputs
        self.dense = nn.Linear(inputs, config["classes"])

    def feature_map(self, x, first=0, end=None):
        """The output of the last stage before `end`, from the input of stage `first` (0: the ECG)."""
        if first == 0:
            x = swish(self.first_conv(x))
        for stage in self.stage_list[first:end]:
            x = stage(x)
        return x

    def forward(self, x):
        x = self.feature_map(x)
        features = x.mean(-1)
        time_map = torch.einsum("kc,nct->nkt", self.dense.weight, x) + self.dense.bias[:, None]
        return self.dense(features), features, time_map / x.shape[-1]
