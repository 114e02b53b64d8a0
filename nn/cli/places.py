"""Which setting each flag sets: ``arguments.lr`` is ``training.learning_rate``."""

from __future__ import annotations

from nn.errors import NeurolupaError, SettingsError

DATA = {
    "data": "kind",
    "samples": "samples",
    "noise": "noise",
    "factor": "factor",
    "classes": "classes",
    "test_share": "test_share",
    "data_seed": "seed",
    "standardize": "standardize",
    "features": "features",
    "data_path": "path",
    "target": "target",
    "missing": "missing",
    "points": "points",
    "official_split": "official_split",
    "picture_size": "picture_size",
    "colour": "colour",
}
NETWORK = {"output_activation": "output_activation", "init": "initializer", "given": "given"}
TRAINING = {"loss": "loss", "reduction": "reduction", "lr": "learning_rate", "batch": "batch_size", "l1": "l1", "l2": "l2", "dropout": "dropout"}
OPTIMIZER = {"optimizer": "kind", "momentum": "momentum", "decay": "decay", "beta1": "beta1", "beta2": "beta2", "epsilon": "epsilon"}
SCHEDULE = {"schedule": "kind", "schedule_gamma": "gamma", "schedule_every": "every"}
STOP = {"epochs": "epochs", "steps": "steps", "stop_loss": "loss", "patience": "patience", "time": "seconds"}
RUN = {"device": "device", "dtype": "precision", "seed": "seed", "name": "name"}

_TABLES = {
    "data.": DATA,
    "network.": NETWORK,
    "training.": TRAINING,
    "training.optimizer.": OPTIMIZER,
    "training.schedule.": SCHEDULE,
    "training.stop.": STOP,
    "": RUN,
}
FLAGS = {table + field: "--" + flag.replace("_", "-") for table, fields in _TABLES.items() for flag, field in fields.items()}
_WALK = {"sample": "--sample"} | {f"replay.{field}": "--" + field.replace("_", "-") for field in ("learning_rate", "iterations", "trap", "show")}


def said(error: NeurolupaError) -> str:
    """The error's sentence, with the flag that it is about in front where there is one."""
    if not isinstance(error, SettingsError):
        return str(error)
    flag = "--layers" if error.field.startswith("network.hidden") else (FLAGS | _WALK).get(error.field)
    return f"{flag}: {error}" if flag else str(error)
