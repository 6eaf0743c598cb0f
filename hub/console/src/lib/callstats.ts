/** What a call is doing, from two looks at its statistics. Pure: the browser's report in, numbers out. */

/** The counters we keep of one look. Absent ones are zero. */
export interface Counters {
  at: number;
  videoBytes: number;
  audioPackets: number;
  framesDecoded: number;
  packets: number;
  lost: number;
  sentBytes: number;
  width: number;
  height: number;
  fps: number;
  sentWidth: number;
  sentHeight: number;
  roundTripMs: number | null;
  route: string;
  codec: string;
}

export interface CallStats {
  framesDecoded: number;
  newFrames: number;
  newAudio: number;
  fps: number;
  kbitIn: number;
  kbitOut: number;
  lossPercent: number;
  size: string;
  sentSize: string;
  roundTripMs: number | null;
  route: string;
  codec: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a statistics report is a bag of optional members
type Entry = Record<string, any>;

/** Read the counters out of a report's entries. */
export function read(entries: Iterable<Entry>, at: number): Counters {
  const all = [...entries];
  const one = (type: string, media?: string): Entry =>
    all.find((entry) => entry.type === type && (!media || entry.kind === media)) ?? {};
  const byId = (id: unknown): Entry => all.find((entry) => entry.id === id) ?? {};
  const [video, audio, sent] = [
    one("inbound-rtp", "video"),
    one("inbound-rtp", "audio"),
    one("outbound-rtp", "video"),
  ];
  const pair = byId(one("transport").selectedCandidatePairId);
  const relayed = [byId(pair.localCandidateId), byId(pair.remoteCandidateId)].some(
    (candidate) => candidate.candidateType === "relay",
  );
  return {
    at,
    videoBytes: video.bytesReceived ?? 0,
    audioPackets: audio.packetsReceived ?? 0,
    framesDecoded: video.framesDecoded ?? 0,
    packets: (video.packetsReceived ?? 0) + (audio.packetsReceived ?? 0),
    lost: (video.packetsLost ?? 0) + (audio.packetsLost ?? 0),
    sentBytes: sent.bytesSent ?? 0,
    width: video.frameWidth ?? 0,
    height: video.frameHeight ?? 0,
    fps: video.framesPerSecond ?? 0,
    sentWidth: sent.frameWidth ?? 0,
    sentHeight: sent.frameHeight ?? 0,
    roundTripMs: pair.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000,
    route: pair.id === undefined ? "none yet" : relayed ? "by relay" : "direct",
    codec: String(byId(video.codecId).mimeType ?? "").replace("video/", ""),
  };
}

const sizeOf = (width: number, height: number) => (width && height ? `${width} × ${height}` : "none");

/** The difference of two looks; `before` null for the first. */
export function compare(before: Counters | null, now: Counters): CallStats {
  const base = before ?? { ...now, framesDecoded: 0, audioPackets: 0 };
  const seconds = Math.max(0.001, (now.at - base.at) / 1000);
  const kbit = (bytes: number) => (before ? Math.round((bytes * 8) / 1000 / seconds) : 0);
  const lost = Math.max(0, now.lost - base.lost);
  const packets = Math.max(0, now.packets - base.packets);
  return {
    framesDecoded: now.framesDecoded,
    newFrames: now.framesDecoded - base.framesDecoded,
    newAudio: now.audioPackets - base.audioPackets,
    fps: Math.round(now.fps),
    kbitIn: kbit(now.videoBytes - base.videoBytes),
    kbitOut: kbit(now.sentBytes - base.sentBytes),
    lossPercent: packets + lost > 0 ? Math.round((1000 * lost) / (packets + lost)) / 10 : 0,
    size: sizeOf(now.width, now.height),
    sentSize: sizeOf(now.sentWidth, now.sentHeight),
    roundTripMs: now.roundTripMs === null ? null : Math.round(now.roundTripMs),
    route: now.route,
    codec: now.codec,
  };
}

export type Strength = "good" | "fair" | "poor";

/** Good: nothing noticed. Fair: noticed. Poor: hard to understand each other. */
export function strength(stats: CallStats): Strength {
  const trip = stats.roundTripMs ?? 0;
  if (stats.lossPercent >= 8 || trip >= 600 || stats.fps < 8) return "poor";
  if (stats.lossPercent >= 2 || trip >= 300 || stats.fps < 18) return "fair";
  return "good";
}
