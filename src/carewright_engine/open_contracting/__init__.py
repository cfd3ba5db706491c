"""Open contracting data: real releases read and held to the schema, ours checked and compiled."""
