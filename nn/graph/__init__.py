"""Computation graphs: parsed, evaluated forward and backward, checked in three ways, and asked as exercises."""
