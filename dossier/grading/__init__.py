"""What is computed about records: grades of evidence, freshness, days."""
