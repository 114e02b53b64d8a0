"""Small input widgets shared by the panels: number field, choice, section, buttons, and the form that lays them out."""
