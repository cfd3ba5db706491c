"""How well the model would have foretold years since published, beside naive peers."""
