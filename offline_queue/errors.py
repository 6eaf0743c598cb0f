"""What can go wrong, in words for the caller. A put that raised is not saved; put the same id again later."""


class QueueError(Exception):
    """Base of everything the queue raises of its own accord."""


class QueueFull(QueueError):
    """There is no space left. Nothing was half-written; the same put works once space returns."""


class LaneFull(QueueFull):
    """A lane takes nothing just now so that more urgent ones still can. Undelivered data is never evicted.

    `lane`: which; `why`: "quota" (it has used up its own) or "reserve" (what is left is kept for others).
    """

    def __init__(self, lane: str, why: str) -> None:
        super().__init__(lane, why)
        self.lane, self.why = lane, why

    def __str__(self) -> str:
        """Say it in words."""
        because = {
            "quota": "it has used up the space set for it",
            "reserve": "the space that is left is kept for what is more urgent",
        }
        return f"nothing more is taken for {self.lane}: {because.get(self.why, self.why)}"


class QueueUnavailable(QueueError):
    """The store cannot be used just now: I/O error, held by another process, closed, or too much at once."""


class PayloadTooLarge(QueueError):
    """One payload is larger than the store takes; it has to go by the chunk. The caller's fault."""


class StaleReceipt(QueueError):
    """A receipt of a hub epoch that has ended: the hub was restored since, so it proves nothing now."""
