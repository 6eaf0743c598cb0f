/** The keyboard, as one table: what the help shows is what the keys do. */

export interface Shortcut {
  key: string;
  /** What it does, for the help. */
  does: string;
  group: "Go to" | "Visits" | "Call" | "Plan" | "Console";
  run: () => void;
}

const TYPING = "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]";

/** True where letters are text, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPING);
}

/** Run the shortcut of a key press. False when it is none, or letters are being typed. */
export function press(event: KeyboardEvent, shortcuts: readonly Shortcut[]): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return false;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = shortcuts.find((shortcut) => shortcut.key === pressed);
  if (!found) return false;
  event.preventDefault();
  found.run();
  return true;
}

/** Move the focus to an element by id, and into view. */
export function goTo(id: string): void {
  document.getElementById(id)?.focus();
}
