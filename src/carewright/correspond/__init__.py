"""Letters and reports from templates: who wrote the words, who approved them, what was filled in.

Decides whether a letter may leave with what is known of its subject.
"""
