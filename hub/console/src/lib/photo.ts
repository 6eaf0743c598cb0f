/** A photo made small enough for a residents list, in the browser: what a camera adds to a file is left behind. */

const SIDE = 240;
const MOST_BYTES = 20_000;
const QUALITIES = [0.85, 0.7, 0.5, 0.35];

/** The bytes of a data address, base64. */
export const base64Of = (address: string): string => address.slice(address.indexOf(",") + 1);
/** How many bytes base64 stands for. */
export const sizeOf = (base64: string): number => Math.floor((base64.replaceAll("=", "").length * 3) / 4);
/** The part of a picture that becomes the photo: the largest square in its middle. */
export function square(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: Math.round((width - side) / 2), y: Math.round((height - side) / 2), side };
}

/** A file's picture as a small JPEG, base64; null when the file is no picture. */
export async function small(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  if (!picture || !context) return null;
  const { x, y, side } = square(picture.width, picture.height);
  context.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE);
  picture.close();
  const made = QUALITIES.map((quality) => base64Of(canvas.toDataURL("image/jpeg", quality)));
  return made.find((jpeg) => sizeOf(jpeg) <= MOST_BYTES) ?? null;
}
