"""What core makes of the hub's Retry-After and of the profile's limits for the link and the space."""

from email.utils import formatdate

import pytest

from contract.envelope import Lane
from contract.profile import LinkConfig, SpaceConfig
from kiosk.core.hub import retry_after
from kiosk.core.saving import MIB, budget_of, limits_of

NOON = 1_795_521_600


def http(moment: float) -> str:
    return formatdate(moment, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": " 7 "}, 7.0),
        ({"Retry-After": "9" * 400}, 999_999_999_999.0),
        ({"Retry-After": http(NOON + 90)}, 90.0),
        ({"Retry-After": http(NOON - 90)}, 0.0),
        ({"Retry-After": http(NOON + 90), "Date": http(NOON + 60)}, 30.0),
        ({"Retry-After": http(10**9 + 5), "Date": http(10**9)}, 5.0),  # our clock is wrong by decades
        ({"Retry-After": http(NOON + 90), "Date": "yesterday"}, 90.0),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "³"}, None),
        ({"Retry-After": "Fri, 99 Dec 99999 99:99:99 GMT"}, None),
    ],
)
def test_retry_after_in_seconds_and_as_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOON) == seconds


def test_the_profile_sets_quotas_and_the_link() -> None:
    limits = limits_of(SpaceConfig(media_mib=100, log_mib=1, document_mib=10))
    assert limits.quotas == {Lane.MEDIA: 100 * MIB, Lane.LOG: MIB, Lane.DOCUMENT: 10 * MIB}
    free = budget_of(LinkConfig())
    assert (free.metered, free.cap_bytes_s, free.call_media_bytes_s) == (False, None, 8000)
    tight = budget_of(LinkConfig(metered=True, cap_kbit=512, call_share_percent=0, media_kbit_in_call=0))
    assert (tight.metered, tight.cap_bytes_s) == (True, 64_000)
    assert tight.call_share > 0
    assert tight.call_media_bytes_s > 0
