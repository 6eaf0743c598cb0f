/** What a weak line costs, step by step, in words; and what we know of our own way. Pure. */

/** The best first; as media/ladder.py names them. */
export const STEPS = ["full", "smaller", "slower", "still", "sound", "text"] as const;
export type Step = (typeof STEPS)[number];

/** From the station, over the data channel "line". */
export interface Steps {
  kind: "steps";
  out: Step;
  in: Step;
  /** In a room: each one's own step, by their ids. */
  people?: Record<string, Step>;
  /** What each picture may take at most, kbit/s. */
  kbit?: number;
  /** How large our picture may be, its shorter side in pixels, where a processor is short; none or 0: as it is. */
  height?: number;
}
/** `of`: whose it is, where somebody passes it on. */
export interface Still {
  kind: "still";
  jpeg: string;
  of?: string;
}
export type LineMessage = Steps | Still;

/** The step of what somebody is to send; `me` empty: while two talk directly. */
export function stepOf(told: Steps, me: string): Step {
  return me ? (told.people?.[me] ?? "full") : told.in;
}

/** To the station: what the browser measures of its way out; `kbit` null: not known. */
export interface Seen {
  kind: "seen";
  kbit: number | null;
  width: number;
  height: number;
  fps: number;
  loss: number;
  /** How many pictures were encoded by now, and in what time altogether. */
  encoded: number;
  encoding_s: number;
}

const FROM_STATION: Record<Step, string> = {
  full: "",
  smaller: "The line is weak: the patient's picture is smaller.",
  slower: "The line is weak: the patient's picture moves less.",
  still: "The line is weak: you see a still of the patient now and then. The sound goes on.",
  sound: "The line is too weak for pictures. The sound goes on.",
  text: "The line is too weak for sound. Write to the patient in the chat.",
};

const TO_STATION: Record<Step, string> = {
  full: "",
  smaller: "The line is weak: your picture is smaller for the patient.",
  slower: "The line is weak: your picture moves less for the patient.",
  still: "The line is weak: the patient sees a still of you. They hear you.",
  sound: "The line is too weak for your picture. The patient hears you.",
  text: "The line is too weak for your voice. Write to the patient in the chat.",
};

/** Is there no moving picture on this step? */
export const unmoving = (step: Step): boolean => STEPS.indexOf(step) >= STEPS.indexOf("still");

/** The worse direction in words; what comes first when both are alike. */
export function lineWords(out: Step, back: Step): string {
  return STEPS.indexOf(back) > STEPS.indexOf(out) ? TO_STATION[back] : FROM_STATION[out];
}

const isStep = (value: unknown): value is Step => STEPS.includes(value as Step);

/** Read a message; null for what is none. */
export function readLine(text: string): LineMessage | null {
  try {
    const told = JSON.parse(text);
    const people = Object.values(told.people ?? {});
    const limits = [told.kbit ?? 0, told.height ?? 0].every((limit) => Number.isFinite(limit) && limit >= 0);
    const steps = [told.out, told.in, ...people].every(isStep) && limits;
    if (told.kind === "steps" && steps) return told;
    if (told.kind === "still" && /^[A-Za-z0-9+/=]+$/.test(told.jpeg)) return told;
  } catch {
    // not JSON: no message
  }
  return null;
}

// biome-ignore lint/suspicious/noExplicitAny: a statistics report is a bag of optional members
type Entry = Record<string, any>;

/** What of a report the station's ladder needs. */
export function seenIn(entries: Iterable<Entry>): Seen {
  const all = [...entries];
  const find = (type: string): Entry =>
    all.find((entry) => entry.type === type && (entry.kind ?? "video") === "video") ?? {};
  const pair = all.find((entry) => entry.id === find("transport").selectedCandidatePairId) ?? {};
  const sent = find("outbound-rtp");
  const bits = pair.availableOutgoingBitrate;
  return {
    kind: "seen",
    kbit: bits === undefined ? null : Math.round(bits / 1000),
    width: sent.frameWidth ?? 0,
    height: sent.frameHeight ?? 0,
    fps: Math.round(sent.framesPerSecond ?? 0),
    loss: find("remote-inbound-rtp").fractionLost ?? 0,
    encoded: sent.framesEncoded ?? 0,
    encoding_s: sent.totalEncodeTime ?? 0,
  };
}
