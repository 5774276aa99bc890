"""Building a site: MkDocs adapter, search, policy, verification."""
