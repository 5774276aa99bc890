"""Pictures: what the dataset shows at a glance, drawn as SVG, with the same as a table.

Nothing here is loaded by a page: a picture is text in SVG, laid out twice, for a wide column and
for a phone. A chart library would have to be told our type, both forms, links on the marks and
words for screen readers, and would weigh more than these modules.
"""
