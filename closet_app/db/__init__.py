"""The only SQL: tables, queries, search, migrations and the change recorder."""
