"""Pages on who is who: absences, partnerships, the route map, officers and their roles."""
