"""How well stations serve, without patients: noting (what a visit's row says), figures (by station and days).

A row has no name, no time of day, no answer and no reading, and says in which part of a visit somebody left,
never at which question. Its id is a one-way function of the visit's. Figures outlive the visits they are of.
"""
