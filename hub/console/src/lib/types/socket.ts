/** What hub and console say over the socket. The console's protocol, as JSON; times are RFC 3339. */

import type { Refusal } from "../../trust/proof.ts";
import type { Update } from "../rtt.ts";
import type { FeedsMessage, Invitation, ToRoom, Ways } from "./call.ts";
import type { TextKind, TypingMessage } from "./text.ts";
import type { Alarm } from "./urgent.ts";
import type { VisitDetail, Worklist } from "./visit.ts";

/** Hub to console, over the socket. */
export type FromHub =
  | ({ type: "worklist" } & Worklist)
  | { type: "visit"; visit: VisitDetail }
  | ({ type: "signal"; call: string; generation: number; kind: "offer"; sdp: string; signed: string } & Ways)
  | FeedsMessage
  | ({ type: "room"; call: string; room: boolean } & Ways)
  | ({ type: "invitation" } & Invitation)
  | { type: "pictures" }
  | ({ type: "ways"; call: string } & Ways)
  | { type: "call-refused"; call: string; why: string }
  | { type: "call-ended"; call: string; reason: string }
  | ({ type: "typing" } & TypingMessage)
  | { type: "alarm"; visit: string; alarm: Alarm };

/** Console to hub, over the socket. */
export type ToHub =
  | { type: "watch"; visit: string | null }
  | { type: "signal"; call: string; generation: number; kind: "answer"; sdp: string; signed: string }
  | ToRoom
  | { type: "refused"; call: string; generation: number; why: Refusal }
  | { type: "restart"; call: string }
  | { type: "typing"; visit: string; kind: TextKind; update: Update };
