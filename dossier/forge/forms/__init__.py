"""Issue forms: the YAML of a record asked for in words, for whoever does not write YAML.

What they ask stands in `catalogue.yml`; what may be answered comes from the model and the
vocabulary, so that a form offers what `dossier check` accepts.
"""

from dossier.forge.forms.catalogue import Field, Form, catalogue

__all__ = ["Field", "Form", "catalogue"]
