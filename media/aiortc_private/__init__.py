"""The only place that touches private names of aiortc (written for 1.16).

aiortc sends what its encoders give as they give it, and hears receiver reports without heeding them; its
receivers keep a buffer that a burst of loss can freeze, and ask once for what they miss. Its connections, its
DTLS, SRTP and SDP are sound. So ours are sender and receiver: they are put in place of single methods of
single objects, and aiortc's classes stay as they are.

names           what of aiortc is used, and `missing_names`, which the test beside it asks
outbound        pacing, congestion control, repairs and key frames of what we send
encoders        the two encoders aiortc is given
offers          what aiortc offers beside its own codecs
arrivals        when packets came, by the kernel's clock
inbound         repair, order, decoding and feedback of what comes
ice             relays, the way taken, is the other end there
"""

from media.aiortc_private.inbound import Inbound
from media.aiortc_private.names import missing_names
from media.aiortc_private.offers import offer_parity
from media.aiortc_private.outbound import Outbound

__all__ = ["Inbound", "Outbound", "missing_names", "offer_parity"]
