"""What each page shows: decisions, without markup."""
