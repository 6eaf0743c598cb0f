/** Keeping the list still under a reader's eyes. Pure. */

/**
 * The order to show: ids that stay keep their places, those gone leave, those new go to the end.
 * Used while somebody is reading or moving in the list; the hub's own order waits behind a hint.
 */
export function steady(shown: readonly string[], wanted: readonly string[]): string[] {
  const kept = shown.filter((id) => wanted.includes(id));
  return [...kept, ...wanted.filter((id) => !kept.includes(id))];
}

export const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** The neighbour of `id` a step on, staying at the ends; the first when `id` is not there. */
export function neighbour(ids: readonly string[], id: string | null, step: number): string | undefined {
  const at = id === null ? -1 : ids.indexOf(id);
  if (at < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
}
