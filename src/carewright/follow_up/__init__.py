"""What was found, what will be done about it, by whom and by when, until it is closed.

Decides whether an action is done and when it goes up the line.
"""
