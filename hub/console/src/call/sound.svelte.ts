/** Plays one sound from memory, through a filter that can be changed while it is heard. */

import { FILTERS } from "../lib/spectrum.ts";

const ORDER = 2; // filters one behind the other at each edge: 24 dB an octave
const FLAT = Math.SQRT1_2;

export class SoundPlayer {
  playing = $state(false);
  /** Where it is, in seconds. */
  at = $state(0);
  length = $state(0);
  filter = $state("all");
  volume = $state(1);
  #context: AudioContext | null = null;
  #buffer: AudioBuffer | null = null;
  #source: AudioBufferSourceNode | null = null;
  #gain: GainNode | null = null;
  #chain: BiquadFilterNode[] = [];
  #since = 0;
  #frame = 0;

  /** Decode it; throws when it is no sound. */
  async load(bytes: ArrayBuffer): Promise<AudioBuffer> {
    const context = new AudioContext();
    this.#context = context;
    const buffer = await context.decodeAudioData(bytes);
    this.#buffer = buffer;
    this.length = buffer.duration;
    this.#gain = context.createGain();
    this.#gain.connect(context.destination);
    return buffer;
  }

  toggle(): void {
    if (this.playing) this.#stop();
    else void this.#play(this.at >= this.length - 0.05 ? 0 : this.at);
  }

  seek(at: number): void {
    const playing = this.playing;
    this.#stop();
    this.at = Math.min(this.length, Math.max(0, at));
    if (playing) void this.#play(this.at);
  }

  through(filter: string): void {
    this.filter = filter;
    if (this.#source) this.#wire(this.#source);
  }

  loud(volume: number): void {
    this.volume = volume;
    if (this.#gain) this.#gain.gain.value = volume;
  }

  close(): void {
    this.#stop();
    void this.#context?.close();
    this.#context = null;
  }

  async #play(from: number): Promise<void> {
    const context = this.#context;
    if (!context || !this.#buffer) return;
    await context.resume();
    const source = context.createBufferSource();
    source.buffer = this.#buffer;
    this.#source = source;
    this.#wire(source);
    this.#since = context.currentTime - from;
    source.onended = () => {
      if (this.#source === source) this.#stop();
    };
    source.start(0, from);
    this.playing = true;
    this.#tick();
  }

  #tick(): void {
    const context = this.#context;
    if (!this.playing || !context) return;
    this.at = Math.min(this.length, context.currentTime - this.#since);
    this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    const source = this.#source;
    this.#source = null;
    this.playing = false;
    source?.stop();
    source?.disconnect();
  }

  /** Lead the source through the chosen filter. */
  #wire(source: AudioBufferSourceNode): void {
    const [context, gain] = [this.#context, this.#gain];
    if (!context || !gain) return;
    source.disconnect();
    for (const node of this.#chain) node.disconnect();
    const { low, high } = FILTERS[this.filter] ?? { low: 0, high: 0 };
    const edges: [BiquadFilterType, number][] = [
      ["highpass", low],
      ["lowpass", high],
    ];
    this.#chain = edges
      .filter(([, hz]) => hz > 0)
      .flatMap(([type, frequency]) =>
        Array.from({ length: ORDER }, () => new BiquadFilterNode(context, { type, frequency, Q: FLAT })),
      );
    let last: AudioNode = source;
    for (const node of this.#chain) last = last.connect(node);
    last.connect(gain);
  }
}
