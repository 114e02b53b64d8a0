"""Cost surfaces over two parameters and the paths down them: the tutorial's curve fit, formulas, networks, and one neuron's lesson.

What is made here is frozen: arrays are read-only. Import the modules that are needed; none of them loads numba or SymPy.
"""
