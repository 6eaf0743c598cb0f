"""What a visit is judged by: it does not change while the visit lasts."""

import msgspec

from contract.profile import Profile
from contract.quality import Repeats, scheme
from kiosk.clinical.catalogue import CatalogueError
from kiosk.clinical.content import ContentError, read
from kiosk.clinical.grammar import RuleError
from kiosk.clinical.library import default_questionnaires
from kiosk.clinical.pack import unpack
from kiosk.clinical.questionnaire import Questionnaire, QuestionnaireError
from kiosk.clinical.rules import RuleSet


class Limits(msgspec.Struct, frozen=True):
    """Times and counts of the visit that no profile changes. Sources: clinical.md §1 and §3."""

    failures_max: int = 2  # failed or unreliable attempts of an act: then a person, never a third
    repeats_max: int = 1  # repeats of a reliable reading a rule asked for
    inflations_max: int = 4  # within the window
    inflation_window_s: int = 600
    answer_s: int = 60  # beyond the act's own time-out: core is not answering
    breaths_s: int = 60  # for how long breaths are counted
    pressure_answer_s: int = 210  # for one inflation, or one use of a cuff by the person; core's own is 180
    show_value_s: int = 4  # an accepted value is shown this long before the visit goes on by itself
    save_s: int = 5  # the closing document should be saved by then; else the screen says it is not
    late_s: int = 5  # how long that can be read before the session ends
    goodbye_s: int = 3  # the goodbye is shown at least this long (or until touched)
    paper_s: int = 60  # the goodbye waits so long for paper that is still to come
    take_paper_s: int = 8  # and is shown so long when there is paper to take
    unlock_s: int = 10  # between the two touches that end the touch lock
    clean_answer_s: int = 90  # after the touch lock: nobody says whether it is clean
    still_here_min_s: int = 20  # WCAG 2.2.1
    core_lost_s: int = 20  # without core for longer: out of order, until it is back
    put_again_s: int = 10  # after "the disk refused it"
    resume_tries: int = 3
    resume_s: int = 120  # after a crash, who was here has so long to come back; then the visit is closed
    lookup_s: int = 15  # the hub has so long to say who it is; then the visit goes on without
    code_again_s: int = 30  # before another code can be asked for
    proof_tries: int = 3  # birth dates that do not match
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
    about: Questionnaire | None = None  # asked in every visit, after why the patient came

    @property
    def scheme(self) -> Repeats:
        """How often blood pressure is measured."""
        return scheme(self.profile.pressure_scheme)


class ProfileError(ValueError):
    """A profile or a content pack changes what then can't be used; the message says what is wrong."""


def context_for(profile: Profile, content: bytes = b"") -> Context:
    """Return a station's context: what is shipped, what a content pack changes, what the profile changes.

    Raises ProfileError.
    """
    try:
        packed = read(content)
        own = unpack(profile.questions) if profile.questions else {}
        forms = packed.forms(own) if own or content else default_questionnaires()
        rules = packed.rule_set().with_overrides(profile.clinical)
    except (QuestionnaireError, RuleError, CatalogueError, ContentError) as error:
        raise ProfileError(str(error)) from None
    return Context(
        profile=profile,
        questionnaire=forms["visit"],
        cuff_questionnaire=forms["cuff"],
        rules=rules,
        about=forms["about"],
    )


def shipped_context(profile: Profile) -> Context:
    """Return the context without the profile's changes to questions and numbers: always usable."""
    return context_for(msgspec.structs.replace(profile, questions=b"", clinical={}))
