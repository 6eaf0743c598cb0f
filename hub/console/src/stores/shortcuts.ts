/** Which key does what on the desk. */

import { goTo, type Shortcut } from "../lib/keys.ts";
import { neighbour } from "../lib/order.ts";
import type { Desk } from "./desk.svelte.ts";

/** Move the focus a row on in the list, as the arrow keys do inside it. */
export function stepInList(desk: Desk, step: number): void {
  const focused = document.activeElement?.id.replace(/^row-/, "") ?? null;
  const ids = desk.worklist.items.map((item) => item.id);
  const from = focused && ids.includes(focused) ? focused : null;
  const id = from ? neighbour(ids, from, step) : (desk.openId ?? ids[0]);
  if (id) goTo(`row-${id}`);
}

/** Focus the row that is open, else the first. */
function goToList(desk: Desk): void {
  const id = desk.worklist.items.find((item) => item.id === desk.openId)?.id ?? desk.worklist.items[0]?.id;
  goTo(id ? `row-${id}` : "worklist");
}

/** Open a visit and go to it, unless the reader went elsewhere meanwhile: focus is never taken away. */
export async function openAndGo(desk: Desk, id: string): Promise<void> {
  const before = document.activeElement;
  await desk.open(id);
  if (document.activeElement === before || document.activeElement === document.body) goTo("patient");
}

async function openNext(desk: Desk): Promise<void> {
  const next = desk.worklist.next();
  if (!next) return desk.say("Nobody is waiting.");
  await openAndGo(desk, next.id);
}

async function review(desk: Desk): Promise<void> {
  if (!desk.draft || desk.draft.signed) return goTo("plan");
  desk.draft.reviewing = true;
  await Promise.resolve();
  requestAnimationFrame(() => goTo("plan-review"));
}

export function deskShortcuts(desk: Desk): Shortcut[] {
  const live = (deed: () => void) => () => desk.call?.live && deed();
  return [
    { key: "1", group: "Go to", does: "Who is waiting", run: () => goToList(desk) },
    { key: "2", group: "Go to", does: "The patient", run: () => goTo("patient") },
    { key: "3", group: "Go to", does: "Readings", run: () => goTo("readings") },
    { key: "4", group: "Go to", does: "Chat", run: () => goTo("chat-text") },
    { key: "5", group: "Go to", does: "Plan", run: () => goTo(desk.draft?.signed ? "plan" : "plan-text") },
    { key: "6", group: "Go to", does: "The oldest alarm", run: () => goTo("alarm-first") },
    { key: "7", group: "Go to", does: "Answers", run: () => goTo("answers") },
    { key: "8", group: "Go to", does: "Earlier visits", run: () => goTo("earlier") },
    { key: "9", group: "Go to", does: "Pictures and sounds", run: () => goTo("media") },
    { key: "j", group: "Visits", does: "Next in the list", run: () => stepInList(desk, 1) },
    { key: "k", group: "Visits", does: "Previous in the list", run: () => stepInList(desk, -1) },
    { key: "n", group: "Visits", does: "Open who is next", run: () => void openNext(desk) },
    { key: "r", group: "Visits", does: "Show the new order", run: () => desk.worklist.reorder() },
    { key: "a", group: "Call", does: "Accept the open visit's call", run: () => void desk.accept() },
    { key: "m", group: "Call", does: "Mute or unmute", run: live(() => desk.call?.toggleMute()) },
    { key: "c", group: "Call", does: "Camera off or on", run: live(() => desk.call?.toggleCamera()) },
    { key: "v", group: "Call", does: "Volume (then arrow keys)", run: () => goTo("volume") },
    {
      key: "d",
      group: "Call",
      does: "Connection details",
      run: () => {
        desk.details = !desk.details;
      },
    },
    {
      key: "e",
      group: "Call",
      does: "End the call (asks first)",
      run: live(() => {
        desk.confirmEnd = true;
      }),
    },
    { key: "s", group: "Plan", does: "Review and sign", run: () => void review(desk) },
    {
      key: "o",
      group: "Console",
      does: "On call or not",
      run: () => void desk.setOnCall(!desk.session.onCall),
    },
    { key: "t", group: "Console", does: "Theme: system, light, dark", run: () => desk.prefs.nextTheme() },
  ];
}
