/** What is written in a call. The console's protocol, as JSON; times are RFC 3339. */

import type { Update } from "../rtt.ts";

export type TextKind = "chat" | "caption";

export interface ChatLine {
  id: string;
  at: string;
  sender: string;
  text: string;
  mine: boolean;
  kind: TextKind;
  /** The line of real-time text it is the end of. */
  line: string | null;
  /** It was put right after it was sent. */
  corrected: boolean;
}

/** What somebody is writing this moment; nobody keeps it. */
export interface TypingMessage {
  visit: string;
  writer: string;
  sender: string;
  kind: TextKind;
  update: Update;
}

/** A line for the patient. */
export interface NewLine {
  text: string;
  kind: TextKind;
  line?: string;
  /** An own line that this one puts right. */
  corrects?: string;
}
