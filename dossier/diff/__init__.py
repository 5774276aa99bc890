"""What a change means: two states of the data compared record by record, told in words.

A line diff shows which lines moved. This one shows what a reviewer must judge: which statements
are new, which are corrected, and what that does to the grade of the evidence.
"""
