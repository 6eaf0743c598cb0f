/** How a call goes, and who is asked into it. The console's protocol, as JSON; times are RFC 3339. */

export interface IceServer {
  urls: string | string[];
  username?: string;
  credential?: string;
}

/** How a call may go: the relays with fresh credentials, and whether nothing else may be used. */
export interface Ways {
  ice_servers: IceServer[];
  relay_only: boolean;
}

export interface Accepted extends Ways {
  call: string;
  /** The hub's word for the station's key: JSON of a `Voucher`. */
  station: string;
  /** Three or more are in it: by the media server. */
  room: boolean;
}

export interface Consultant {
  name: string;
  display: string;
  here: boolean;
}

/** How it stands for somebody asked into a call. */
export interface Invitation extends Ways {
  state: string;
  call: string | null;
  role: string;
  /** Who asked them in. */
  by: string;
  people: { person: string; name: string; role: string }[];
  room: boolean;
  /** Who we are in the room. */
  me?: string;
  /** The patient said yes to showing us pictures and sounds. */
  pictures: boolean;
  /** For a captioner: what the captions belong to. */
  visit?: string | null;
}

/** A room's answer to what we send, or its offer of what the others do; `streams` whose is whose. */
export interface FeedsMessage {
  type: "signal";
  call: string;
  generation: number;
  kind: "answer" | "feeds";
  sdp: string;
  signed: string;
  streams?: { mid: string; kind: string; person: string; label?: string }[];
}

/** Our offer to a room of what we send, or the answer to its offer. */
export interface ToRoom {
  type: "signal";
  call: string;
  generation: number;
  kind: "offer" | "feeds-answer";
  sdp: string;
  signed: string;
}
