"""The Landscape workspace's panels: functions, optimizer, data, the race's table, the heading, the bar below."""
