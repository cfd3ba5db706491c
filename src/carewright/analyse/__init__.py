"""What is needed and what there is, worked out by the engine and kept as it was.

Owns AnalysisRun."""
