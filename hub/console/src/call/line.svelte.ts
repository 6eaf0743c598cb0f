/** What a weak line costs both ends: the station's ladder decides, we obey, say what we measure, send stills. */

import { lineWords, readLine, type Step, seenIn, stepOf, unmoving } from "../lib/steps.ts";

const STILL_EVERY_MS = 10_000;
const STILL_WIDTH = 320;
const STILL_QUALITY = 0.45; // 320 × 180 takes 5 to 9 KB; the station takes 12 at most

/** The connection that sends: directly, or to a room. */
export interface Way {
  sayLine(text: string): void;
  /** `kbit`, and `height` in pixels: of the picture at most; 0: as it goes. */
  obey(step: Step, kbit: number, height: number): Promise<void>;
}

export class Line {
  /** The step of what the station sends. */
  out = $state<Step>("full");
  /** The step of what we send. */
  back = $state<Step>("full");
  /** The station's still, in place of a moving picture. */
  still = $state("");
  readonly words = $derived(lineWords(this.out, this.back));
  /** The station sends no moving picture, and that is meant so. */
  readonly unmoving = $derived(unmoving(this.out));
  readonly #own: () => MediaStream | null;
  #stillAt = Number.NEGATIVE_INFINITY;

  /** `own`: our camera's picture, null while it is off. */
  constructor(own: () => MediaStream | null) {
    this.#own = own;
  }

  /** Take the station's word; true when it was about steps. `me`: who we are in a room; its stills are the room's. */
  take(text: string, way: Way, me = ""): boolean {
    const told = readLine(text);
    if (told?.kind === "still" && !me) this.still = `data:image/jpeg;base64,${told.jpeg}`;
    if (told?.kind !== "steps") return false;
    this.out = told.out;
    this.back = stepOf(told, me);
    if (this.out !== "still" || me) this.still = "";
    void way.obey(this.back, told.kbit ?? 0, told.height ?? 0);
    return true;
  }

  /** Once a second: say what we measure, and send a still when it is time. */
  look(report: Iterable<Record<string, unknown>>, way: Way, nowMs: number): void {
    way.sayLine(JSON.stringify(seenIn(report)));
    if (this.back !== "still") this.#stillAt = Number.NEGATIVE_INFINITY;
    else if (nowMs - this.#stillAt >= STILL_EVERY_MS) {
      this.#stillAt = nowMs;
      void this.#sendStill(way);
    }
  }

  async #sendStill(way: Way): Promise<void> {
    const track = this.#own()?.getVideoTracks()[0];
    if (!track) return;
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    await video.play().catch(() => undefined);
    const canvas = document.createElement("canvas");
    canvas.width = STILL_WIDTH;
    canvas.height = Math.max(2, Math.round((STILL_WIDTH * video.videoHeight) / (video.videoWidth || 1)));
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    video.srcObject = null;
    const [, jpeg] = canvas.toDataURL("image/jpeg", STILL_QUALITY).split(",");
    way.sayLine(JSON.stringify({ kind: "still", jpeg }));
  }
}
