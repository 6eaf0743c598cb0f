"""What can go wrong with an update; each has an id with words on the staff's screen (contract.agent.WHYS)."""


class UpdateError(Exception):
    """An update, or the look for one, failed. `why`: of `contract.agent.WHYS`; the text: a technician's."""

    def __init__(self, why: str, detail: str) -> None:
        super().__init__(detail)
        self.why = why
