"""Values are nested at most sixteen levels deep."""

WHY = (
    "Records are flat; depth comes from a bracket too many, or from an attempt to exhaust the "
    "reader."
)
BAD = "parties: [[[[[[[[[[[[[[[[[kazakhstan]]]]]]]]]]]]]]]]]\n"
GOOD = "parties: [kazakhstan]\n"
