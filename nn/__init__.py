"""The engine of Neurolupa: networks, their training and what can be learnt from them. It never imports Qt."""
