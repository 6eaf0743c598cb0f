/** When this machine's network is another one: back after none, or Wi-Fi for a cable. */

/** Not in TypeScript's library; Chromium and Safari on a phone have it, others tell "online" only. */
interface Connection extends EventTarget {
  type?: string;
}

const connection = (): Connection | undefined =>
  (navigator as Navigator & { connection?: Connection }).connection;

let kind = connection()?.type;
const listeners = new Set<() => void>();

/** `change` also tells of speeds that were estimated anew: only another kind of network counts. */
function changed(): void {
  const now = connection()?.type;
  if (now === kind) return;
  kind = now;
  if (now !== "none") tell();
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

export function onNetwork(listener: () => void): void {
  if (listeners.size === 0) {
    addEventListener("online", tell);
    connection()?.addEventListener("change", changed);
  }
  listeners.add(listener);
}

export function offNetwork(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size > 0) return;
  removeEventListener("online", tell);
  connection()?.removeEventListener("change", changed);
}
