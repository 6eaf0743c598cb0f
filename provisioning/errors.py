"""What every command of the technician's tool may end in."""


class ProvisioningError(Exception):
    """It did not work; the message says why and what to do, in plain words."""
