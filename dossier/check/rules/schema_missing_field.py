"""Every field that a record must have is there."""

WHY = (
    "Pages, exports and filters rely on these fields; a record without them would show gaps that "
    "say nothing."
)
BAD = """\
title:
  en: Annual plan signed
"""
GOOD = """\
title:
  ru: Подписан годовой план
  en: Annual plan signed
"""
