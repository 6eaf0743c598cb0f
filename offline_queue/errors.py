"""What can go wrong, in words for the caller. A put that raised is not saved; put the same id again later."""


class QueueError(Exception):
    """Base of everything the queue raises of its own accord."""


class QueueFull(QueueError):
    """There is no space left. Nothing was half-written; the same put works once space returns."""


class QueueUnavailable(QueueError):
    """The store cannot be used just now: I/O error, held by another process, closed, or too much at once."""


class PayloadTooLarge(QueueError):
    """One payload is larger than the store takes; it has to go by the chunk. The caller's fault."""


class StaleReceipt(QueueError):
    """A receipt of a hub epoch that has ended: the hub was restored since, so it proves nothing now."""
