/** Camera and microphone, and the truth about what is missing, in words. */

export interface LocalMedia {
  stream: MediaStream | null;
  /** What the patient can't see or hear, and why; empty when all is well. */
  problem: string;
}

const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

const why = (error: unknown): string =>
  error instanceof DOMException && error.name === "NotAllowedError" ? "is not allowed" : "can't be used";

async function ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException("no secure context", "NotAllowedError");
  return navigator.mediaDevices.getUserMedia(constraints);
}

/** Both if possible, else the microphone, else nothing: the call goes on either way. Never throws. */
export async function openMedia(): Promise<LocalMedia> {
  try {
    return { stream: await ask({ audio: AUDIO, video: VIDEO }), problem: "" };
  } catch (first) {
    try {
      const stream = await ask({ audio: AUDIO });
      return { stream, problem: `Your camera ${why(first)}: the patient hears you but can't see you.` };
    } catch (second) {
      const problem = `Your camera and microphone ${why(second).replace("is ", "are ")}: you see and hear the patient, but they can't see or hear you. Write to them in the chat.`;
      return { stream: null, problem };
    }
  }
}
