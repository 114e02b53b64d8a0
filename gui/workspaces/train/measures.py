"""The lengths of the Train workspace's columns, in pixels at scale 1."""

LEFT = 280
RIGHT = (280, 560)  # the right column's least and greatest width
DIAGRAM_WIDTH = 420  # the least that the diagram asks for
CONTRIBUTION_HEIGHT = 180
TRANSPORT_HEIGHT = 64
