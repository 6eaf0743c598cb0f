"""A machine's journal to a syslog server by TLS (RFC 5425, in RFC 5424's form), as rsyslog.conf(5). Pure.

The same for a station and for a hub. The server must have a certificate for `name` by `ca`. All of it goes by
the disk (a queue in memory would go with a machine that is switched off): what can't be sent waits there, the
newest are dropped once that is full, and nothing that logs is ever held up.

Beside a Debian's own rsyslog.conf (a hub) the journal comes in twice, also by /dev/log: what we read goes to
the server and nowhere else, what else comes in goes where it went before.
"""

from typing import Final, NamedTuple

from contract.lockdown_words import Place

FORM: Final = (  # rsyslog's own has a line's end in it, which a counted message has no use for
    "<%PRI%>1 %TIMESTAMP:::date-rfc3339% %HOSTNAME% %APP-NAME% %PROCID% %MSGID% %STRUCTURED-DATA%"
    "%msg:::sp-if-no-1st-sp%%msg%"
)
QUEUE_MIB: Final = 64  # this ends it; the number of lines (QUEUE_LINES) must not come before it
QUEUE_LINES: Final = 1_000_000


class To(NamedTuple):
    """Where it goes. `ca`: the file of its authority; `work`: a folder for what waits and how far we came."""

    server: Place
    name: str
    ca: str
    work: str


def rsyslog(to: To) -> str:
    """Return rsyslog.conf(5); the words were looked at before (`lockdown_words`)."""
    return f"""\
# The journal to a syslog server by TLS (RFC 5425); made, not written: change what it is made from.
global(
  workDirectory="{to.work}"
  defaultNetstreamDriver="ossl"
  defaultNetstreamDriverCAFile="{to.ca}"
)
module(load="imjournal" stateFile="journal.state" persistStateInterval="100" ignorePreviousMessages="off")
template(name="rfc5424" type="string" string="{FORM}")
if $inputname == "imjournal" then {{
  action(
    type="omfwd" protocol="tcp" target="{to.server.host}" port="{to.server.port}"
    TCP_Framing="octet-counted" template="rfc5424"
    streamDriver="ossl" streamDriverMode="1" streamDriverAuthMode="x509/name"
    streamDriverPermittedPeers="{to.name}"
    action.resumeRetryCount="-1" action.resumeInterval="10" action.resumeIntervalMax="300"
    queue.type="disk" queue.filename="waiting" queue.size="{QUEUE_LINES}" queue.checkpointInterval="1"
    queue.maxDiskSpace="{QUEUE_MIB}m" queue.saveOnShutdown="on" queue.timeoutEnqueue="0"
  )
  stop
}}
"""
