"""The system of record: SQLite, and the only place that speaks SQL."""
