"""The window of Neurolupa: it draws and asks; the numbers come from ``nn``."""
