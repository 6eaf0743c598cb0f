"""What a visit is judged by: it does not change while the visit lasts."""

import msgspec

from contract.profile import Profile
from contract.quality import Repeats, scheme
from kiosk.clinical.questionnaire import Questionnaire
from kiosk.clinical.rules import RuleSet


class Limits(msgspec.Struct, frozen=True):
    """Times and counts of the visit that no profile changes. Sources: clinical.md §1 and §3."""

    failures_max: int = 2  # failed or unreliable attempts of an act: then a person, never a third
    repeats_max: int = 1  # repeats of a reliable reading a rule asked for
    inflations_max: int = 4  # within the window
    inflation_window_s: int = 600
    oximetry_answer_s: int = 60  # beyond the profile's measure time-out: core is not answering
    pressure_answer_s: int = 210  # for one inflation, or one use of a cuff by the person; core's own is 180
    show_value_s: int = 4  # an accepted value is shown this long before the visit goes on by itself
    save_s: int = 5  # the closing document should be saved by then; else the screen says it is not
    late_s: int = 5  # how long that can be read before the session ends
    goodbye_s: int = 3  # the goodbye is shown at least this long (or until touched)
    still_here_min_s: int = 20  # WCAG 2.2.1
    core_lost_s: int = 20  # without core for longer: out of order, until it is back
    put_again_s: int = 10  # after "the disk refused it"
    resume_tries: int = 3
    chat_chars: int = 1000
    name_chars: int = 100
    phone_chars: int = 40
    age_max: int = 130


class Context(msgspec.Struct, frozen=True):
    """Profile, questionnaires and rules, verified and loaded by the session."""

    profile: Profile
    questionnaire: Questionnaire
    cuff_questionnaire: Questionnaire
    rules: RuleSet
    limits: Limits = Limits()

    @property
    def scheme(self) -> Repeats:
        """How often blood pressure is measured."""
        return scheme(self.profile.pressure_scheme)
