"""What the project takes from others: vendored files, packages, and the bill of both."""
