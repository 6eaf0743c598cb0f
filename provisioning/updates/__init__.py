"""Updates come in: trusted by TUF, into the other slot, in the site's hours, never within a visit.

errors     what can go wrong, by the ids the staff's screen has words for
offers     what a channel offers, to which stations, when (pure)
sources    the hub by HTTP, a folder such as a USB stick's
client     what may be believed of a source; whole, verified files that go on where they broke off
slots      the two slots of an appliance, and how a version comes into the other
health     is a version that runs for the first time well?
noted      what an agent must not forget
work       one look for updates, from the source to the slot
agent      the process: asks core, tells it how updates stand
"""
