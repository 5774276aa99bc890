"""Every file holds a record."""

WHY = "An empty file is most often one that was not saved, and its id would lead nowhere."
BAD = "# to be written\n"
GOOD = "id: cooperation-plan-2024\n"
