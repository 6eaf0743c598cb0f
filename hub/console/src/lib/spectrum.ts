/** A sound as a picture of its frequencies, and the filters of a stethoscope. Pure. */

/** What one hears through: a bell for low murmurs, a diaphragm for valves and breath. Hz. */
export const FILTERS: Record<string, { name: string; low: number; high: number }> = {
  all: { name: "Everything", low: 0, high: 0 },
  bell: { name: "Bell (20–200 Hz)", low: 20, high: 200 },
  diaphragm: { name: "Diaphragm (100–500 Hz)", low: 100, high: 500 },
};

/** The discrete Fourier transform in place; the length is a power of two (Cooley and Tukey, 1965). */
export function fft(real: Float64Array, imag: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i += 1) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j] as number, real[i] as number];
      [imag[i], imag[j]] = [imag[j] as number, imag[i] as number];
    }
  }
  for (let span = 2; span <= size; span <<= 1) {
    const angle = (-2 * Math.PI) / span;
    for (let start = 0; start < size; start += span) {
      for (let k = 0; k < span / 2; k += 1) {
        const [cos, sin] = [Math.cos(angle * k), Math.sin(angle * k)];
        const [low, high] = [start + k, start + k + span / 2];
        const re = (real[high] as number) * cos - (imag[high] as number) * sin;
        const im = (real[high] as number) * sin + (imag[high] as number) * cos;
        real[high] = (real[low] as number) - re;
        imag[high] = (imag[low] as number) - im;
        real[low] = (real[low] as number) + re;
        imag[low] = (imag[low] as number) + im;
      }
    }
  }
}

export interface Spectrogram {
  columns: number;
  rows: number;
  /** Hz between two rows; row 0 is the lowest. */
  step: number;
  /** Column by column, 0 (silent) to 1 (the loudest there is); 60 dB between. */
  levels: Float64Array;
}

const RANGE_DB = 60;

/** The frequencies up to `highest` Hz in `columns` moments of a sound, by Hann windows of ~60 ms. */
export function spectrogram(
  samples: Float32Array,
  rate: number,
  columns: number,
  highest = 1000,
): Spectrogram {
  const size = 2 ** Math.max(5, Math.round(Math.log2(rate * 0.06)));
  const step = rate / size;
  const rows = Math.max(1, Math.min(size / 2, Math.ceil(highest / step)));
  const levels = new Float64Array(columns * rows);
  const [real, imag] = [new Float64Array(size), new Float64Array(size)];
  let loudest = Number.NEGATIVE_INFINITY;
  for (let column = 0; column < columns; column += 1) {
    const middle = ((column + 0.5) / columns) * samples.length;
    for (let i = 0; i < size; i += 1) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (size - 1));
      real[i] = (samples[Math.round(middle) - size / 2 + i] ?? 0) * window;
      imag[i] = 0;
    }
    fft(real, imag);
    for (let row = 0; row < rows; row += 1) {
      const power = (real[row] as number) ** 2 + (imag[row] as number) ** 2;
      const level = 10 * Math.log10(power + 1e-20);
      levels[column * rows + row] = level;
      loudest = Math.max(loudest, level);
    }
  }
  for (let i = 0; i < levels.length; i += 1)
    levels[i] = Math.min(1, Math.max(0, 1 + ((levels[i] as number) - loudest) / RANGE_DB));
  return { columns, rows, step, levels };
}

/** Dark blue over red to light yellow: its lightness rises with the level, also for who sees no colour. */
export function colourOf(level: number): [number, number, number] {
  const channel = (from: number, to: number) =>
    Math.round(255 * Math.min(1, Math.max(0, (level - from) / (to - from))));
  return [
    channel(0.15, 0.65),
    channel(0.45, 1),
    Math.round(40 + 120 * Math.sin(Math.PI * level) * (1 - level)),
  ];
}

/** "0:07" */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
