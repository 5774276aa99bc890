"""Intake: an approved issue form becomes a draft record, or findings in plain words.

The text of an issue is anybody's: it is parsed as answers, never as YAML, template or command, and
nothing is written unless the whole dataset would stay without errors.
"""
