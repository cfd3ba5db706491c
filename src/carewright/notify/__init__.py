"""What an officer is told, where and when: on the desk, by e-mail, in a calendar.

Decides who is told what, and by which way.
"""
