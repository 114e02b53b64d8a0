"""Inside a network: one tile per neuron, an answer taken apart, classes confused, pairs and fair shares. No Qt."""
