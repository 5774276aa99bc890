"""Findings: rules, fixes and reports."""
