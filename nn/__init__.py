"""The engine of Neurolupa: networks, their training and what can be learnt from them. It never imports Qt."""

from nn import blas_kernel

blas_kernel.choose()
