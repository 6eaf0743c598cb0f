/**
 * Bit rates for Chromium's VP8 sender, for an offer that names none. A station of ours does: it starts a
 * browser lower, because its feedback lets the browser find the link's rate within a third of a second.
 * The sender reads them from the description of the *other* side: the offer we apply. The answer
 * carries them too, for a station that is a browser itself.
 */

const RATES = "x-google-start-bitrate=2500;x-google-max-bitrate=4000";

/** Add the rates to each VP8 payload's fmtp line, making the line where there is none. */
export function withBitrates(sdp: string): string {
  const payloads = [...sdp.matchAll(/^a=rtpmap:(\d+) VP8\/90000\r?$/gim)].map((match) => match[1]);
  const done = new Set<string>();
  const lines = sdp.split("\r\n").map((line) => {
    const payload = /^a=fmtp:(\d+) /.exec(line)?.[1];
    if (payload === undefined || !payloads.includes(payload)) return line;
    done.add(payload);
    return line.includes("x-google-start-bitrate") ? line : `${line};${RATES}`;
  });
  return lines
    .flatMap((line) => {
      const payload = /^a=rtpmap:(\d+) VP8\/90000$/i.exec(line)?.[1];
      return payload === undefined || done.has(payload) ? [line] : [line, `a=fmtp:${payload} ${RATES}`];
    })
    .join("\r\n");
}
