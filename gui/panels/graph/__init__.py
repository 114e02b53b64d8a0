"""The Graph workspace's panels: the exercises, the expression, three ways to a derivative, hints, the cascade, the bar below."""
