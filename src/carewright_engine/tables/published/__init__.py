"""How statistics offices write figures, periods, ages and places, and how to read them."""
