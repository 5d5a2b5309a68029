"""`Raw` to `Article`, passages and credits: metadata, roles and furniture."""
