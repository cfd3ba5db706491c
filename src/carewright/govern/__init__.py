"""Papers for those who decide: what is proposed, who was asked, what members asked and resolved.

Decides whether a paper is ready for a meeting, and keeps what was resolved.
"""
