"""Who gets to what: every route, method, role and relation; strangers' ids; odd values."""
