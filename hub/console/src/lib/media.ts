/** Pictures, clips and sounds in words and numbers: no state, nothing of the browser. */

import type { Attachment } from "./types/readings.ts";
import type { Ask, VisitDetail } from "./types/visit.ts";
import { actOf, readable } from "./words.ts";

export const CAPTURES: Record<string, { name: string; parts: Record<string, string> }> = {
  photo: { name: "Photo", parts: { skin: "skin", wound: "wound", eye: "eye", throat: "throat" } },
  clip: {
    name: "Video clip",
    parts: { face: "face", eye: "eyes", hands: "hands", breathing: "breathing", walking: "walking" },
  },
  sound: { name: "Sound", parts: { heart: "heart", lungs: "lungs" } },
};

const WHY: Record<string, string> = {
  "not-measured-here": "this station can't do it yet",
  "not-connected": "the device is not connected",
  "busy-with-another": "the patient is busy with something else you asked for",
  "no-call": "the call was over",
  "not-known": "the station does not know what is meant",
  replaced: "you asked for something else",
  "no-guardian": "a minor, and no parent or guardian has agreed",
  private: "private parts are not photographed at this station",
  "camera-missing": "no camera is connected",
  "microphone-missing": "no microphone is connected",
};

const STATES: Record<string, string> = {
  asked: "Waiting for the patient's answer",
  yes: "The patient said yes",
  no: "The patient said no",
  cannot: "Not possible",
  done: "Done",
  failed: "It did not work",
  withdrawn: "Taken back",
  "call-ended": "The call ended first",
};

/** "photo:skin" → "Photo: skin"; "measure:oximetry" → "Oxygen and pulse". */
export function kindOf(kind: string): string {
  const [family = "", what = ""] = kind.split(":");
  if (family === "measure") return actOf(what as Parameters<typeof actOf>[0]);
  const known = CAPTURES[family];
  return known ? `${known.name}: ${known.parts[what] ?? readable(what).toLowerCase()}` : readable(kind);
}

/** What became of a wish, with the reason where there is one. */
export function answerOf(ask: Pick<Ask, "state" | "why">): string {
  const words = STATES[ask.state] ?? readable(ask.state);
  return ask.why ? `${words}: ${WHY[ask.why] ?? readable(ask.why).toLowerCase()}` : words;
}

/** Somebody still waits for it. */
export const isOpen = (ask: Pick<Ask, "state">): boolean => ask.state === "asked" || ask.state === "yes";

/** What there is to look at: of a visit, and of earlier ones. */
export type Shelf = Pick<VisitDetail, "attachments" | "earlier">;

export type Family = "photo" | "clip" | "sound" | "file";

/** Which viewer it needs. */
export function familyOf(of: Pick<Attachment, "media_type">): Family {
  const [type] = of.media_type.split("/");
  return type === "image" ? "photo" : type === "video" ? "clip" : type === "audio" ? "sound" : "file";
}

/** What it is called in a list: "Photo: skin, close, left", else its own title. */
export function nameOf(of: Attachment): string {
  const name = of.kind ? kindOf(of.kind) : of.title || readable(of.media_type);
  return [name, of.view && readable(of.view).toLowerCase(), of.laterality].filter(Boolean).join(", ");
}

/** A picture that was asked for or offered and not taken: "photo:wound/close" → "Photo: wound, close". */
export function skippedName(act: string): string {
  const [kind = "", view = ""] = act.split("/");
  return [kindOf(kind), view && readable(view).toLowerCase()].filter(Boolean).join(", ");
}

/** How it stands, while it can't be looked at; empty when it can. */
export function progressOf(of: Attachment): string {
  switch (of.state) {
    case "waiting":
      return `${of.parts_here} of ${of.parts} parts here`;
    case "unreadable":
      return "The file is broken and can't be shown";
    case "quarantined":
      return "Not what it says it is: an operator must look";
    default:
      return "";
  }
}

/** How it was judged. */
export function qualityOf(of: Attachment): string {
  if (of.grade !== "poor") return of.grade === "good" ? "Good" : "Not judged";
  const why = of.reasons.map((reason) => readable(reason).toLowerCase()).join(", ");
  return why ? `Poor: ${why}` : "Poor";
}

/** What can be looked at beside a picture: others that are here, of its kind first, the newest first. */
export function others(visit: Shelf, shown: Attachment): Attachment[] {
  const all = [visit.attachments, ...visit.earlier.map((past) => past.attachments)].flat();
  return all
    .filter((each) => each.id !== shown.id && each.url && familyOf(each) === familyOf(shown))
    .sort(
      (a, b) =>
        Number(b.kind === shown.kind) - Number(a.kind === shown.kind) ||
        Date.parse(b.taken_at) - Date.parse(a.taken_at),
    );
}

const LENGTHS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

export interface Bar {
  mm: number;
  px: number;
}

/** The scale bar for a picture shown at `shown` screen pixels for each of its own: at most `most` wide. */
export function scaleBar(mmPerPx: number | null, shown: number, most = 180): Bar | null {
  if (!mmPerPx || !(shown > 0)) return null;
  const perMm = shown / mmPerPx;
  const mm = LENGTHS.findLast((length) => length * perMm <= most);
  return mm === undefined ? null : { mm, px: mm * perMm };
}

export interface View {
  zoom: number;
  turn: number;
  x: number;
  y: number;
}

export const FIT: View = { zoom: 1, turn: 0, x: 0, y: 0 };
export const MOST_ZOOM = 16;

/** The size of a picture on the screen at zoom 1, for each of its own pixels. */
export function fitting(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  turn: number,
): number {
  const lying = turn % 180 !== 0;
  const [width, height] = lying ? [picture.height, picture.width] : [picture.width, picture.height];
  return width && height ? Math.min(frame.width / width, frame.height / height) : 0;
}

/** What a key does to the view of a picture; null: nothing. Panning is in tenths of the frame. */
export function viewAfter(view: View, key: string): View | null {
  const zoomed = (by: number): View => {
    const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom * by));
    const same = zoom / view.zoom;
    return zoom === 1 ? { ...FIT, turn: view.turn } : { ...view, zoom, x: view.x * same, y: view.y * same };
  };
  const moved = (x: number, y: number): View => {
    const edge = (view.zoom - 1) / 2;
    const within = (at: number) => Math.min(edge, Math.max(-edge, at));
    return { ...view, x: within(view.x + x), y: within(view.y + y) };
  };
  switch (key) {
    case "+":
    case "=":
      return zoomed(1.5);
    case "-":
      return zoomed(1 / 1.5);
    case "0":
      return { ...FIT, turn: view.turn };
    case "r":
      return { ...FIT, turn: (view.turn + 90) % 360 };
    case "ArrowLeft":
      return moved(0.1, 0);
    case "ArrowRight":
      return moved(-0.1, 0);
    case "ArrowUp":
      return moved(0, 0.1);
    case "ArrowDown":
      return moved(0, -0.1);
    default:
      return null;
  }
}
