"""Tables of the vary stage."""

from carewright.vary.models.exemption import Exemption, Reliance
from carewright.vary.models.exit import Exit, ExitStep
from carewright.vary.models.variation import TakingBack, Variation

__all__ = ["Exemption", "Exit", "ExitStep", "Reliance", "TakingBack", "Variation"]
