/** The stations and how they do. The console's protocol, as JSON; times are RFC 3339. */

export interface ReadinessItem {
  id: string;
  colour: "green" | "amber" | "red";
  finding: string;
  detail: string;
  about: string;
}

/** A station as an operator looks after it; `readiness` as it said of itself. */
export interface FleetStation {
  id: string;
  name: string;
  address: string;
  state: "enrolled" | "not enrolled" | "revoked";
  version: string;
  seen_at: string | null;
  connected: boolean;
  profile: { wanted: number; in_use: number | null };
  readiness: { state: string; items: ReadinessItem[]; lacks: string[]; tested_at: string } | null;
  certificate_days: number | null;
  waiting: number | null;
  devices: { id: string; role: string; product: string; calibration_due: string }[];
  disabled: string;
  alerts: { kind: string; level: "danger" | "warning"; words: string; since: string | null }[];
  alarms: StationAlarm[];
}

/** What a station's data raised: two machines with one identity, a chain that does not fit together. */
export interface StationAlarm {
  id: string;
  kind: string;
  words: string;
  why: string[];
  machines: { boot: string; last_seen: string | null; address: string; version: string }[];
}

/** What the hub could not take or file; its content is not shown. */
export interface SetAside {
  id: string;
  station: string;
  code: string;
  reason: string;
  noted_at: string;
  bytes: number;
}

export interface WaitingMachine {
  fingerprint: string;
  station: string;
  name: string;
  address: string;
  machine: string;
  network: string;
  asked_at: string;
  enrolled_before: boolean;
}

export interface StationOrder {
  id: string;
  kind: string;
  text: string;
  made_by: string;
  made_at: string;
  done_at: string | null;
  ok: boolean;
  detail: string;
  has_content: boolean;
}
