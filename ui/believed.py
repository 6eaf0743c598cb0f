"""What a session believes of the signed things core hands it: the profile, the content pack, the hub's keys.

A context (profile, questions, rules) is never changed within a visit. What is refused leaves what was there.
"""

import logging

from contract.agent import ContentJudged
from contract.profile import Profile, open_profile
from contract.seal import KeySet, Sealed, SealError, open_key_set, seal
from contract.station import ProfileJudged
from kiosk.visit.context import Context, ProfileError, context_for, shipped_context

log = logging.getLogger("ui")


def usable(profile: Profile, content: bytes = b"") -> tuple[Context, bytes]:
    """Return a profile's context and the content pack in it; what of both can't be used is left out."""
    for pack in dict.fromkeys((content, b"")):
        try:
            return context_for(profile, pack), pack
        except ProfileError as error:
            log.warning("%s left out: %s", "the pack is" if pack else "the profile's changes are", error)
    return shipped_context(profile), b""


class Believed:
    """`root`: the public key that everything must be signed by in the end."""

    def __init__(self, root: bytes, profile: Profile, keys: KeySet, content: bytes) -> None:
        self._root = root
        self.keys = keys
        self.context, self._content = usable(profile, content)

    def seal(self, plain: bytes, schema: str) -> Sealed:
        """Seal to the hub's current key."""
        at = self.context.profile.station
        return seal(plain, station=at, key=self.keys.sealing_key(), schema=schema)

    def take_keys(self, encoded: bytes) -> None:
        """Use newer keys of the hub's."""
        try:
            keys = open_key_set(encoded, self._root)
        except SealError as error:
            log.warning("core's key set is refused: %s", error)
            return
        if keys.version >= self.keys.version:
            self.keys = keys

    def take_profile(self, encoded: bytes, *, between: bool) -> None:
        """Use the profile core has, if it is newer and this is between two visits."""
        profile = self._opened(encoded)
        if profile is not None and profile.version > self.context.profile.version and between:
            self.context, self._content = usable(profile, self._content)

    def judge_profile(self, encoded: bytes, *, between: bool) -> ProfileJudged | None:
        """Say whether a newer profile can be used; between two visits it is used at once."""
        profile = self._opened(encoded)
        if profile is None:
            return None
        try:
            context = context_for(profile, self._content)
        except ProfileError as error:
            return ProfileJudged(version=profile.version, problem=str(error))
        if between:
            self.context = context
        return ProfileJudged(version=profile.version)

    def judge_content(self, version: str, content: bytes, *, between: bool) -> ContentJudged:
        """Say whether a content pack can be used; between two visits it is used at once."""
        try:
            context = context_for(self.context.profile, content)
        except ProfileError as error:
            return ContentJudged(version=version, problem=str(error))
        if between:
            self.context, self._content = context, content
        return ContentJudged(version=version)

    def _opened(self, encoded: bytes) -> Profile | None:
        try:
            return open_profile(encoded, self._root)
        except SealError as error:
            log.warning("core's profile is refused: %s", error)
            return None
