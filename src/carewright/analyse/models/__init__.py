"""Tables of the analyses."""

from carewright.analyse.models.analysis_run import AnalysisRun

__all__ = ["AnalysisRun"]
