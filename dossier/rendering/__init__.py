"""Records to HTML and Typst: views, templates, macros, pages, feed."""
