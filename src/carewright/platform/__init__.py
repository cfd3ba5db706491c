"""Who is who, who may, and who did.

Owns Organisation, Account, Officer, AuditEvent, Document and Job."""
