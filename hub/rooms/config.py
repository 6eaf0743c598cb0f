"""The media server's configuration as this hub wants it: one plugin, one way in, nothing that records."""

from typing import Final

_OTHERS: Final = (
    "libjanus_audiobridge.so",
    "libjanus_duktape.so",
    "libjanus_echotest.so",
    "libjanus_lua.so",
    "libjanus_nosip.so",
    "libjanus_recordplay.so",
    "libjanus_sip.so",
    "libjanus_streaming.so",
    "libjanus_textroom.so",
    "libjanus_videocall.so",
    "libjanus_voicemail.so",
)
_OTHER_WAYS: Final = (
    "libjanus_http.so",
    "libjanus_mqtt.so",
    "libjanus_nanomsg.so",
    "libjanus_pfunix.so",
    "libjanus_rabbitmq.so",
)


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text or "\n" in text:
        raise ValueError("a secret for Janus has no quotes, backslashes or line ends")
    return f'"{text}"'


def janus_files(secret: str, admin_key: str, *, port: int = 8188, public_ip: str = "") -> dict[str, str]:
    """Return the files of a configuration folder by name. Only the WebSocket API, on this machine's loopback.

    `secret` is asked of every request, `admin_key` of every new room. The plugins that can record
    (recordplay, voicemail, audiobridge, streaming) are not loaded; rooms are made unable to, one by one.
    """
    nat = f"nat: {{\n\tnat_1_1_mapping = {_quoted(public_ip)}\n}}\n" if public_ip else ""
    core = f"""general: {{
\tdebug_level = 3
\tapi_secret = {_quoted(secret)}
\tsession_timeout = 60
}}
media: {{
\tipv6 = false
\trtp_port_range = "20000-40000"
}}
{nat}plugins: {{
\tdisable = "{",".join(_OTHERS)}"
}}
transports: {{
\tdisable = "{",".join(_OTHER_WAYS)}"
}}
"""
    websockets = f"""general: {{
\tjson = "compact"
\tws = true
\tws_ip = "127.0.0.1"
\tws_port = {port}
\twss = false
}}
admin: {{
\tadmin_ws = false
}}
"""
    rooms = f"""general: {{
\tadmin_key = {_quoted(admin_key)}
\tlock_rtp_forward = true
\tevents = false
\tstring_ids = true
}}
"""
    return {
        "janus.jcfg": core,
        "janus.transport.websockets.jcfg": websockets,
        "janus.plugin.videoroom.jcfg": rooms,
    }
