"""Tags (`!name`, `!!type`) are not used."""

WHY = (
    "Every value is the text that was typed; a tag asks the reader's program to make something "
    "else of it."
)
BAD = 'order: !!int "3"\n'
GOOD = "order: '3'\n"
