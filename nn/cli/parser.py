"""The flags. Each one left out leaves its setting as the experiment file, the preset or the defaults have it."""

from __future__ import annotations

import argparse
import sys
from enum import StrEnum
from typing import Any, NoReturn

from nn.choices import (
    AblationMode,
    Activation,
    DataKind,
    DeviceChoice,
    Feature,
    Initializer,
    Loss,
    MissingValues,
    OptimizerKind,
    Precision,
    Reduction,
    ScheduleKind,
)
from nn.cli import converters
from nn.presets import BY_KEY

BIASES = ("fixed", "per-neuron", "per-layer")
TRAPS = ("none", "updated-weights", "w7-slip")
NAMINGS = ("mazur", "layer")
FORMATS = ("text", "json", "latex", "html", "markdown")
BLANKS = ("nothing", "principle", "formula", "numbers")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the usage text around it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["allow_abbrev"] = False
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        print(f"{message[:1].upper()}{message[1:]}; see {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


def make_parser() -> Parser:
    parser = Parser(prog="python -m nn", description="Neurolupa's engine: train networks, take them apart, walk through backpropagation.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="{train,ablate,replay,graph,devices}")
    _train(commands.add_parser("train", help="train a network", description="Train a network and print its losses."))
    _ablate(
        commands.add_parser("ablate", help="what each neuron contributes", description="Switch off each hidden neuron of a saved network in turn.")
    )
    _replay(
        commands.add_parser(
            "replay",
            help="backpropagation step by step",
            description="Print the steps of backpropagation: of Matt Mazur's example, or of a saved network with a sample.",
        )
    )
    _graph(
        commands.add_parser(
            "graph",
            help="an expression as a computation graph",
            description="Split an expression into operations and print their values and derivatives.",
        )
    )
    devices = commands.add_parser("devices", help="what there is to train on", description="List the CPU and the GPUs, and why one can't be used.")
    _json(devices)
    return parser


def _train(parser: Parser) -> None:
    start = parser.add_argument_group("where to start from (other flags override it)")
    start.add_argument("--experiment", metavar="FILE.toml", help="read the settings from this file")
    start.add_argument("--preset", choices=list(BY_KEY), help="start from this preset")
    _data(parser)
    _network(parser)
    _training(parser)
    _stop(parser)
    run = parser.add_argument_group("the run")
    _device(run)
    run.add_argument("--seed", type=int, help="draws data, weights, shuffles and dropout (default 0)")
    run.add_argument("--fetch", action="store_true", help="mnist, fashion: download it from OpenML first, unless that was done before")
    run.add_argument("--name", help="a name for the experiment file")
    run.add_argument("--write-experiment", metavar="FILE.toml", help="write all settings to this file, then train")
    run.add_argument("--save", metavar="FILE.npz", help="save the trained network")
    _json(parser)


def _ablate(parser: Parser) -> None:
    parser.add_argument("network", metavar="FILE.npz", help="a network saved with train --save")
    _data(parser)
    run = parser.add_argument_group("how")
    run.add_argument("--mode", type=converters.word(AblationMode), default=AblationMode.ZERO, metavar="zero|mean", help="what an off neuron puts out")
    run.add_argument("--off", type=converters.names, default=(), metavar="h1.1,h2.3", help="neurons that are off throughout")
    run.add_argument("--seed", type=int, help="the seed of the data, as in train")
    _device(run)
    _json(parser)


def _replay(parser: Parser) -> None:
    """The choices are words here, so that ``--help`` needs no engine; a test holds them to the engine's."""
    parser.add_argument("network", metavar="mazur|FILE.npz", help="Matt Mazur's worked example, or a network saved with train --save")
    walk = parser.add_argument_group("the walk")
    walk.add_argument("--sample", type=converters.samples, metavar="K", help="which sample of the data, from 1; 3,5 are two at once")
    walk.add_argument("--iterations", type=int, default=1, metavar="N", help="how many updates (default 1)")
    walk.add_argument(
        "--show", type=converters.span, metavar="A-B", help="iterations whose steps are printed (default 1; N + 1 is the pass after the last update)"
    )
    walk.add_argument("--learning-rate", type=float, metavar="RATE", help="default: 0.5 in the example, else the network's own")
    walk.add_argument("--biases", choices=BIASES, help="what happens to them (default: fixed in the example, else per-neuron)")
    walk.add_argument("--trap", choices=TRAPS, default=TRAPS[0], help="a slip made on purpose")
    walk.add_argument("--naming", choices=NAMINGS, help="how things are called (default: mazur in the example, else layer)")
    paper = parser.add_argument_group("the document")
    paper.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    kind = paper.add_mutually_exclusive_group()
    kind.add_argument("--worksheet", dest="content", action="store_const", const="worksheet", help="with blanks to fill in")
    kind.add_argument("--key", dest="content", action="store_const", const="key", help="the worksheet's answers")
    paper.add_argument("--blanks", choices=BLANKS, default="formula", help="what a worksheet says beside each blank (default: formula)")
    paper.add_argument("--digits", type=converters.digits, metavar="N", help="decimals shown, 1 to 17 (default: all; JSON always has all)")
    paper.add_argument("--title", help="the document's title")
    paper.add_argument("--output", metavar="FILE", help="write to this file instead of standard output")
    _data(parser)
    parser.add_argument("--seed", type=int, help="the seed of the data, as in train")


def _graph(parser: Parser) -> None:
    parser.add_argument(
        "expression",
        metavar="EXPRESSION",
        help='such as "J = (2 + 3*w)^2"; several statements with ; between; one that begins with a minus comes last, after --',
    )
    parser.add_argument(
        "--at", type=converters.assignments, default=(), metavar="w=3,x=2", help="the variables' values, with commas or spaces between"
    )
    parser.add_argument("--wrt", type=converters.names, default=(), metavar="w,b", help="find the derivative by these in three ways")
    _json(parser)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")


def _device(group: argparse._ArgumentGroup) -> None:
    _choice(group, "--device", DeviceChoice, "where to compute")
    _choice(group, "--dtype", Precision, "the numbers' precision")


def _choice(group: argparse._ArgumentGroup, flag: str, kind: type[StrEnum], text: str) -> None:
    group.add_argument(flag, type=converters.word(kind), metavar="NAME", help=f"{text}: {', '.join(kind)}")


def _data(parser: Parser) -> None:
    group = parser.add_argument_group("data")
    _choice(group, "--data", DataKind, "where samples come from")
    group.add_argument("--samples", type=int, metavar="N", help="how many (made-up data)")
    group.add_argument("--noise", type=float, metavar="SD", help="standard deviation of the noise (default: one that suits the data)")
    group.add_argument("--factor", type=float, metavar="F", help="circles: inner radius / outer radius")
    group.add_argument("--classes", type=int, metavar="N", help="blobs: how many, 2 to 10")
    group.add_argument("--test-share", type=float, metavar="SHARE", help="share of samples kept for testing, 0 to 0.9")
    group.add_argument("--data-seed", type=int, metavar="SEED", help="draws the data (default: --seed)")
    group.add_argument("--standardize", action=argparse.BooleanOptionalAction, help="bring inputs to mean 0 and deviation 1")
    group.add_argument("--features", type=converters.words(Feature), metavar="LIST", help=f"extra inputs, or none: {', '.join(Feature)}")
    group.add_argument("--data-path", metavar="PATH", help="the CSV file, the picture, or mnist's and fashion's folder of IDX files or .npz file")
    group.add_argument("--official-split", action=argparse.BooleanOptionalAction, help="mnist, fashion: the files' own test part (default)")
    group.add_argument("--target", metavar="COLUMN", help="CSV: the column to predict (default: the last)")
    _choice(group, "--missing", MissingValues, "CSV: rows with missing values")
    group.add_argument("--picture-size", type=int, metavar="PIXELS", help="picture: its longer side; a larger one is reduced (default 64)")
    group.add_argument("--colour", action=argparse.BooleanOptionalAction, help="picture: red, green and blue instead of grey")
    group.add_argument("--points", type=converters.points, metavar="X,Y,CLASS;…", help="drawn points; write --points=… if it begins with a minus")


def _network(parser: Parser) -> None:
    group = parser.add_argument_group("network")
    group.add_argument("--layers", type=converters.widths, metavar="4,8", help="widths of the hidden layers, or none")
    group.add_argument(
        "--activation", type=converters.words(Activation), metavar="LIST", help=f"hidden layers, one or one each: {', '.join(Activation)}"
    )
    group.add_argument("--output-activation", type=converters.word(Activation, "auto"), metavar="NAME", help="auto (default) fits the loss")
    _choice(group, "--init", Initializer, "starting weights (default: xavier for tanh and linear layers, else he)")
    group.add_argument("--given", type=converters.numbers, metavar="LIST", help="the weights for --init given, layer by layer: weights, then biases")


def _training(parser: Parser) -> None:
    group = parser.add_argument_group("training")
    _choice(group, "--loss", Loss, "what is brought down")
    _choice(group, "--reduction", Reduction, "how a batch's gradients are put together")
    group.add_argument("--lr", type=float, metavar="RATE", help="learning rate")
    group.add_argument("--batch", type=converters.batch, metavar="N|full", help="samples per update")
    _choice(group, "--optimizer", OptimizerKind, "how weights are updated")
    for flag, text in (("momentum", "momentum, nesterov"), ("decay", "rmsprop"), ("beta1", "adam"), ("beta2", "adam"), ("epsilon", "rmsprop, adam")):
        group.add_argument(f"--{flag}", type=float, metavar="X", help=f"for {text}")
    _choice(group, "--schedule", ScheduleKind, "how the learning rate changes")
    group.add_argument("--schedule-gamma", type=float, metavar="X", help="for step, exponential, 1/t")
    group.add_argument("--schedule-every", type=int, metavar="EPOCHS", help="for step, cosine")
    group.add_argument("--l1", type=float, metavar="X", help="penalty on |w|")
    group.add_argument("--l2", type=float, metavar="X", help="penalty on w²/2")
    group.add_argument("--dropout", type=float, metavar="SHARE", help="share of hidden outputs set to 0 in each update")


def _stop(parser: Parser) -> None:
    group = parser.add_argument_group("when to stop (the first one met; 1000 epochs if none is given)")
    group.add_argument("--epochs", type=int, metavar="N")
    group.add_argument("--steps", type=int, metavar="N", help="updates")
    group.add_argument("--stop-loss", type=float, metavar="LOSS", help="training loss")
    group.add_argument("--patience", type=int, metavar="EPOCHS", help="epochs without a lower training loss")
    group.add_argument("--time", type=float, metavar="SECONDS")
