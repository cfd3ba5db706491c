"""Pure rules of the stage: what they are asked is handed in."""
