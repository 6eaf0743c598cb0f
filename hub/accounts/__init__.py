"""People: people (accounts, passwords, codes, tokens), logins (cookie sessions), limits (failed tries)."""
