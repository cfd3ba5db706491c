"""What-if: levers with their evidence, put on what is projected as things are now.

A scenario is a list of levers. Each acts on an `Outlook` (every draw of people, hours and costs)
and gives a new one; with no lever nothing changes, to the last bit.
"""

from carewright_engine.demand.scenarios.assembling import CannotProject, assembled, project

__all__ = ["CannotProject", "assembled", "project"]
