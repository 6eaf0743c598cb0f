"""What can go wrong in a person's or a station's request, in plain words."""


class ProblemError(Exception):
    """A request that cannot be done. `status` is HTTP's; `code` is for programs, `message` for people."""

    def __init__(self, status: int, code: str, message: str, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after


def not_found(what: str) -> ProblemError:
    """404: there is no such thing (or it is none of the asker's business)."""
    return ProblemError(404, "not-found", f"There is no such {what}.")


def conflict(code: str, message: str) -> ProblemError:
    """409: it cannot be done in this state."""
    return ProblemError(409, code, message)


def invalid(message: str) -> ProblemError:
    """422: understood, but not acceptable."""
    return ProblemError(422, "invalid", message)


class FilingError(Exception):
    """A document that cannot be filed; the words go to quarantine and hold nothing of its content.

    `code`: what is wrong, for programs (hub.intake.quarantine lists them).
    """

    def __init__(self, message: str, code: str = "content") -> None:
        super().__init__(message)
        self.code = code
