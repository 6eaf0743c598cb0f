"""What can go wrong at another's server, and whose matter it is."""


class RefusedError(Exception):
    """The server refuses the resources, for good: sending them again changes nothing."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class TroubleError(Exception):
    """It could not be sent now: the server, the network or our credentials, and it passes.

    `down`: nothing else can be sent, either; `wait_s`: how long the server asks us to wait.
    """

    def __init__(self, words: str, *, down: bool, wait_s: float = 0.0) -> None:
        super().__init__(words)
        self.words, self.down, self.wait_s = words, down, wait_s
