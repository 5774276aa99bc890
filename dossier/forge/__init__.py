"""The host of the repository: review, comments, intake, forms, labels."""
