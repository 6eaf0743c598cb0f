/** A length in a picture whose scale is known, and its colours by the card's white balance. Pure. */

import type { View } from "./media.ts";

/** A place: in a picture in its own pixels from its top left corner, on the screen from the frame's middle. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How a picture is shown: `shown` screen pixels for each of its own. */
export interface Shown {
  picture: Size;
  frame: Size;
  view: View;
  shown: number;
}

export interface Length {
  mm: number;
  error: number;
}

function turned({ x, y }: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** Which place of the picture is there; null: beside the picture. */
export function placeAt(at: Point, { picture, frame, view, shown }: Shown): Point | null {
  if (!(shown > 0)) return null;
  const moved = { x: at.x - view.x * frame.width, y: at.y - view.y * frame.height };
  const back = turned(moved, -view.turn);
  const place = { x: back.x / shown + picture.width / 2, y: back.y / shown + picture.height / 2 };
  const within = place.x >= 0 && place.y >= 0 && place.x <= picture.width && place.y <= picture.height;
  return within ? place : null;
}

/** Where a place of the picture is on the screen. */
export function screenAt(place: Point, { picture, frame, view, shown }: Shown): Point {
  const from = { x: (place.x - picture.width / 2) * shown, y: (place.y - picture.height / 2) * shown };
  const { x, y } = turned(from, view.turn);
  return { x: x + view.x * frame.width, y: y + view.y * frame.height };
}

/**
 * The length between two places in the card's plane, with one standard deviation: the scale's own, and that
 * of pointing, a pixel at each end (of the picture, or of the screen where that is coarser).
 */
export function lengthOf(
  one: Point,
  other: Point,
  scale: { mm_per_px: number; mm_per_px_error: number | null },
  shown: number,
): Length {
  const px = Math.hypot(one.x - other.x, one.y - other.y);
  const pointing = Math.SQRT2 * Math.max(1, 1 / shown) * scale.mm_per_px;
  return { mm: px * scale.mm_per_px, error: Math.hypot(px * (scale.mm_per_px_error ?? 0), pointing) };
}

/** "12.3 ± 0.4 mm": as many places as the error has. */
export function lengthWords({ mm, error }: Length): string {
  const places = Math.min(3, Math.max(0, Math.ceil(-Math.log10(error))));
  return `${mm.toFixed(places)} ± ${error.toFixed(places)} mm`;
}

/** The matrix of an SVG filter (in linear light) that makes the card's greys grey. */
export function whiteBalance(gains: readonly number[]): string {
  return [0, 1, 2]
    .map((row) => [0, 1, 2].map((column) => (row === column ? (gains[row] ?? 1) : 0)).join(" "))
    .map((row) => `${row} 0 0`)
    .concat("0 0 0 1 0")
    .join(" ");
}
