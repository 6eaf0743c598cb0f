"""Parity packets beside the picture: what is lost is made up for without asking. Pure, without I/O.

ulpfec          parity of a group of packets (RFC 5109), and what it recovers; its wrapping (RED, RFC 2198)
protector       when parity is worth its bits, and over how many packets
"""
