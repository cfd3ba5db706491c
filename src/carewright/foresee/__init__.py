"""What people will need, and what could be done about it.

Owns Scenario (levers with their evidence, named and shared), ScenarioComment and Projection (a
question asked of the engine, kept with its answer)."""
