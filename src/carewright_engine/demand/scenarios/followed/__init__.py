"""What a lever does, found by following the same made-up people with it and without it.

`pulls` says what each lever changes in a year, `runs` follows people under levers, each run with
its own draw of what is assumed, and `effects` compares two runs with the same dice.
"""
