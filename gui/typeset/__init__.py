"""Formulas on screen and on paper: ziamath's symbols put together into boxes, SVG that QSvgRenderer draws in any colour and size."""
