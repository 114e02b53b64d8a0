"""The words that settings choose from. Their values are what TOML files and the command line say."""

from __future__ import annotations

from enum import StrEnum


class Activation(StrEnum):
    STEP = "step"
    LINEAR = "linear"
    SIGMOID = "sigmoid"
    TANH = "tanh"
    RELU = "relu"
    LEAKY_RELU = "leaky-relu"
    SOFTPLUS = "softplus"
    SOFTMAX = "softmax"  # output layer only


class Loss(StrEnum):
    HALF_SQUARED = "half-squared"  # ½ Σ_k (t − o)²
    MSE = "mse"  # (1/K) Σ_k (t − o)²
    BINARY_CROSS_ENTROPY = "binary-cross-entropy"  # Σ_k, from logits; needs a sigmoid output
    CROSS_ENTROPY = "cross-entropy"  # from logits; needs a softmax output


class Reduction(StrEnum):
    """How the gradients of a batch's samples are put together. The loss that is shown is always the mean."""

    MEAN = "mean"
    SUM = "sum"


class OptimizerKind(StrEnum):
    SGD = "sgd"
    MOMENTUM = "momentum"
    NESTEROV = "nesterov"
    RMSPROP = "rmsprop"
    ADAM = "adam"


class ScheduleKind(StrEnum):
    CONSTANT = "constant"
    STEP = "step"
    EXPONENTIAL = "exponential"
    INVERSE_TIME = "1/t"
    COSINE = "cosine"


class Initializer(StrEnum):
    UNIFORM = "uniform"  # U(−1, 1), biases too: the CUDA document
    WORKSHOP = "workshop"  # U(0, 1)/√n_in, biases 0: the deep-learning workshop
    XAVIER = "xavier"  # Glorot and Bengio 2010, uniform, biases 0
    HE = "he"  # He et al. 2015, normal, biases 0
    ZEROS = "zeros"
    GIVEN = "given"  # NetworkSettings.given holds the vector


class Precision(StrEnum):
    FLOAT32 = "float32"
    FLOAT64 = "float64"


class DeviceChoice(StrEnum):
    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class DataKind(StrEnum):
    CIRCLES = "circles"
    MOONS = "moons"
    BLOBS = "blobs"
    XOR = "xor"
    SPIRALS = "spirals"
    GAUSS = "gauss"
    REGRESSION_PLANE = "regression-plane"
    REGRESSION_GAUSS = "regression-gauss"
    IRIS = "iris"
    WINE = "wine"
    BREAST_CANCER = "breast-cancer"
    DIGITS = "digits"
    DIABETES = "diabetes"
    CURVE = "curve"  # one input, one output
    MNIST = "mnist"  # handwritten digits, 28 × 28: files on this computer, or fetched
    FASHION = "fashion"  # clothes, 28 × 28, fetched
    PICTURE = "picture"  # a picture to fit: a pixel's place in, its colour out
    CSV = "csv"
    DRAWN = "drawn"


class Feature(StrEnum):
    """Extra inputs for two-dimensional data, as in TensorFlow Playground."""

    X1_SQUARED = "x1^2"
    X2_SQUARED = "x2^2"
    X1_X2 = "x1x2"
    SIN_X1 = "sin(x1)"
    SIN_X2 = "sin(x2)"


class Task(StrEnum):
    CLASSIFICATION = "classification"
    REGRESSION = "regression"


class MissingValues(StrEnum):
    """What to do with gaps in a CSV file; ASK raises an error that counts them."""

    ASK = "ask"
    DROP = "drop"
    MEAN = "mean"


class AblationMode(StrEnum):
    """What a switched-off neuron puts out."""

    ZERO = "zero"
    MEAN = "mean"
