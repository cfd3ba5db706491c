"""How contracts for like services differ, within a council and between councils."""
