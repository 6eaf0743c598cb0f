"""Who comes again: cards and phones that bring a patient's earlier visits back, together with the birth date.

gateway     what carries a code to a phone
codes       a code asked for, sent, typed
people      cards and phones of people; who shows one; what of earlier visits is told
desk        the sessions' questions about it, answered
"""
