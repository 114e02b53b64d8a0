"""What each kind of data is and which settings it listens to: for the window's form and the command line's help."""

from __future__ import annotations

from dataclasses import dataclass

from nn.choices import DataKind
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class KindInfo:
    """``title`` is English, for ``translate("datasets", title)``. ``uses`` names the fields of ``DataSettings`` that apply.

    ``noise`` is a standard deviation that suits the data.
    """

    title: str
    uses: frozenset[str]
    noise: float = 0.0


_MADE = frozenset({"samples", "noise", "seed", "test_share", "standardize", "features"})
_REAL = frozenset({"seed", "test_share", "standardize"})
_BYTES = frozenset({"path", "official_split", "seed", "test_share"})

CATALOGUE: dict[DataKind, KindInfo] = {
    DataKind.CIRCLES: KindInfo(QT_TRANSLATE_NOOP("datasets", "Circles"), _MADE | {"factor"}, 0.05),
    DataKind.MOONS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Moons"), _MADE, 0.2),
    DataKind.BLOBS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Blobs"), _MADE | {"classes"}, 0.2),
    DataKind.XOR: KindInfo(QT_TRANSLATE_NOOP("datasets", "XOR"), _MADE, 0.05),
    DataKind.SPIRALS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Spirals"), _MADE, 0.02),
    DataKind.GAUSS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Two Gaussians"), _MADE, 0.5),
    DataKind.REGRESSION_PLANE: KindInfo(QT_TRANSLATE_NOOP("datasets", "Plane (regression)"), _MADE, 0.05),
    DataKind.REGRESSION_GAUSS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Hills (regression)"), _MADE, 0.05),
    DataKind.CURVE: KindInfo(QT_TRANSLATE_NOOP("datasets", "Curve (regression)"), _MADE - {"features"}, 0.1),
    DataKind.IRIS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Iris flowers"), _REAL),
    DataKind.WINE: KindInfo(QT_TRANSLATE_NOOP("datasets", "Wine"), _REAL),
    DataKind.BREAST_CANCER: KindInfo(QT_TRANSLATE_NOOP("datasets", "Breast cancer"), _REAL),
    DataKind.DIGITS: KindInfo(QT_TRANSLATE_NOOP("datasets", "Digits 8×8"), _REAL),
    DataKind.DIABETES: KindInfo(QT_TRANSLATE_NOOP("datasets", "Diabetes (regression)"), _REAL),
    DataKind.MNIST: KindInfo(QT_TRANSLATE_NOOP("datasets", "MNIST digits"), _BYTES),
    DataKind.FASHION: KindInfo(QT_TRANSLATE_NOOP("datasets", "Fashion-MNIST"), _BYTES),
    DataKind.PICTURE: KindInfo(QT_TRANSLATE_NOOP("datasets", "Picture to fit"), frozenset({"path", "picture_size", "colour", "test_share", "seed"})),
    DataKind.CSV: KindInfo(QT_TRANSLATE_NOOP("datasets", "CSV file"), _REAL | {"path", "target", "missing", "features"}),
    DataKind.DRAWN: KindInfo(QT_TRANSLATE_NOOP("datasets", "Drawn points"), frozenset({"points", "test_share", "standardize", "features"})),
}
