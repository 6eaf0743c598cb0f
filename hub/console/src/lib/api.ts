/** The hub's HTTP interface, typed; every failure becomes an `ApiError` with words for a person. */

import type { SignedIn } from "./types/account.ts";
import type { Accepted, Consultant } from "./types/call.ts";
import type { Day, Printed, Resident, ResidentForm, StaffMember } from "./types/facility.ts";
import type { FleetStation, SetAside, StationOrder, WaitingMachine } from "./types/fleet.ts";
import type { Plan, PlanFields } from "./types/plan.ts";
import type { Act, Attachment } from "./types/readings.ts";
import type { NewLine } from "./types/text.ts";
import type { UsageReport } from "./types/usage.ts";
import type { VisitDetail, Worklist } from "./types/visit.ts";
import type { Attempt, Outcome } from "./words.ts";

/** A refused or failed request. `status` 0: the hub could not be reached at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const WORDS: Record<number, string> = {
  0: "The hub can't be reached. Check the network and try again.",
  401: "You are signed out. Please sign in again.",
  403: "You are not allowed to do this.",
  404: "This is no longer there.",
  409: "Somebody else was quicker. The list shows how things are now.",
  422: "Something is missing or not right.",
};
const ELSE = "The hub had a problem. Nothing was changed; please try again.";

/** The hub's own words where it gave any, else ours; adds how long to wait when told. */
async function toError(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null);
  const told = (body as { error?: { code?: string; message?: string } } | null)?.error;
  let message = told?.message || WORDS[answer.status] || ELSE;
  const wait = Number(answer.headers.get("Retry-After"));
  if (answer.status === 429 && wait > 0) message += ` Try again in ${wait} seconds.`;
  return new ApiError(answer.status, told?.code ?? "unknown", message);
}

/** Say what went wrong, whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiError ? error.message : ELSE;
}

type Method = "GET" | "POST" | "PUT";

export class Api {
  csrf = "";
  /** Called when the hub no longer knows this session. */
  onSignedOut: () => void = () => {};
  /** Called with the hub's clock (ms since 1970, to the second) at each answer. */
  onHubTime: (ms: number) => void = () => {};

  readonly me = () => this.#send<SignedIn>("GET", "me");
  /** `key`: the raw public half of the key made for this sign-in, base64. */
  readonly signIn = (how: ({ username: string; password: string } | { code: string }) & { key: string }) =>
    this.#send<SignedIn>("POST", "sign-in", how);
  readonly join = (how: { code: string; key: string }) => this.#send<SignedIn>("POST", "join", how);
  readonly askToJoin = () => this.#send<void>("POST", "ask-to-join");
  readonly callPictures = (call: string) =>
    this.#send<{ attachments: Attachment[] }>("GET", `calls/${call}/pictures`);
  readonly caption = (call: string, line: NewLine) =>
    this.#send<{ id: string }>("POST", `calls/${call}/captions`, line);
  readonly stations = () => this.#send<{ items: FleetStation[] }>("GET", "stations");
  readonly enrolments = () => this.#send<{ items: WaitingMachine[] }>("GET", "enrolments");
  readonly decideEnrolment = (machine: string, how: "confirm" | "refuse") =>
    this.#send<{ name: string }>("POST", `enrolments/${machine}/${how}`);
  readonly orders = (station: string) =>
    this.#send<{ items: StationOrder[] }>("GET", `stations/${station}/orders`);
  readonly order = (station: string, kind: string, text: string) =>
    this.#send<{ id: string }>("POST", `stations/${station}/orders`, { kind, text });
  readonly technician = (station: string, challenge: string, technician: string) =>
    this.#send<{ code: string; there: boolean }>("POST", `stations/${station}/technician`, {
      challenge,
      technician,
    });
  readonly revokeStation = (station: string) => this.#send<void>("POST", `stations/${station}/revoke`);
  readonly settleAlarm = (alarm: string, note: string) =>
    this.#send<void>("POST", `station-alarms/${alarm}/settle`, { note });
  readonly setAside = () => this.#send<{ items: SetAside[] }>("GET", "quarantine");
  readonly decide = (thing: string, how: "release" | "keep", note: string) =>
    this.#send<void>("POST", `quarantine/${thing}/${how}`, { note });
  readonly leaveCall = () => this.#send<void>("POST", "leave-call");
  readonly consultants = () =>
    this.#send<{ rooms: boolean; consultants: Consultant[] }>("GET", "consultants");
  readonly invite = (id: string, role: string, name: string) =>
    this.#send<{ person: string; code: string }>("POST", `visits/${id}/invite`, { role, name });
  readonly removePerson = (id: string, person: string) =>
    this.#send<void>("POST", `visits/${id}/remove`, { person });
  readonly signOut = () => this.#send<void>("POST", "sign-out");
  readonly onCall = (on: boolean) => this.#send<{ on: boolean }>("POST", "on-call", { on });
  readonly worklist = () => this.#send<Worklist>("GET", "worklist");
  readonly visit = (id: string) => this.#send<VisitDetail>("GET", `visits/${id}`);
  readonly accept = (id: string) => this.#send<Accepted>("POST", `visits/${id}/accept`);
  readonly endCall = (id: string) => this.#send<void>("POST", `visits/${id}/end-call`);
  readonly chat = (id: string, line: NewLine) => this.#send<void>("POST", `visits/${id}/chat`, line);
  readonly askMeasure = (id: string, act: Act) =>
    this.#send<void>("POST", `visits/${id}/ask-measure`, { act });
  readonly askCapture = (id: string, kind: string, note: string) =>
    this.#send<void>("POST", `visits/${id}/ask-capture`, { kind, note });
  readonly withdraw = (ask: string) => this.#send<void>("POST", `asks/${ask}/withdraw`);
  readonly savePlan = (id: string, plan: PlanFields) => this.#send<void>("PUT", `visits/${id}/plan`, plan);
  readonly sign = (id: string) => this.#send<Plan>("POST", `visits/${id}/sign`);
  readonly shutLink = (id: string) => this.#send<void>("POST", `visits/${id}/shut-link`);
  readonly revokeCards = (id: string) => this.#send<void>("POST", `visits/${id}/revoke-cards`);
  readonly acknowledge = (alarm: string) => this.#send<void>("POST", `alarms/${alarm}/acknowledge`);
  readonly callbackDone = (id: string, outcome: Outcome, note: string) =>
    this.#send<void>("POST", `visits/${id}/callback-done`, { outcome, note });
  readonly take = (id: string) => this.#send<void>("POST", `visits/${id}/take`);
  readonly giveBack = (id: string) => this.#send<void>("POST", `visits/${id}/give-back`);
  readonly tried = (id: string, what: Attempt, note: string) =>
    this.#send<void>("POST", `visits/${id}/tried`, { what, note });
  readonly answerPage = (page: string) => this.#send<void>("POST", `pages/${page}/answer`);
  readonly settlePage = (page: string, note: string) =>
    this.#send<void>("POST", `pages/${page}/settle`, { note });
  readonly usage = (first: string, last: string) =>
    this.#send<UsageReport>("GET", `usage?first=${first}&last=${last}`);

  readonly day = () => this.#send<Day>("GET", "facility/round");
  readonly residents = () => this.#send<{ items: Resident[] }>("GET", "facility/residents");
  readonly saveResident = (form: ResidentForm) => this.#send<Resident>("PUT", "facility/residents", form);
  readonly importResidents = (csv: string) =>
    this.#send<{ added: number; changed: number }>("POST", "facility/residents/import", { csv });
  readonly wristband = (id: string) => this.#send<Printed>("POST", `facility/residents/${id}/wristband`);
  /** `jpeg`: base64; `taken`: ISO date. */
  readonly residentPhoto = (id: string, jpeg: string, taken: string) =>
    this.#send<void>("POST", `facility/residents/${id}/photo`, { jpeg, taken });
  readonly residentLeft = (id: string) => this.#send<void>("POST", `facility/residents/${id}/leave`);
  readonly staff = () => this.#send<{ items: StaffMember[] }>("GET", "facility/staff");
  readonly addStaff = (name: string, roles: string[]) =>
    this.#send<StaffMember>("POST", "facility/staff", { name, roles });
  /** An empty PIN: the hub makes one up. */
  readonly badge = (id: string, pin: string) =>
    this.#send<Printed>("POST", `facility/staff/${id}/badge`, { pin });
  readonly revokeStaff = (id: string) => this.#send<void>("POST", `facility/staff/${id}/revoke`);

  async #send<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET") headers["X-Carepost-CSRF"] = this.csrf;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const init: RequestInit = { method, headers, credentials: "same-origin", cache: "no-store" };
    if (body !== undefined) init.body = JSON.stringify(body);
    const answer = await fetch(`/api/${path}`, init).catch(() => null);
    if (!answer) throw new ApiError(0, "unreachable", WORDS[0] ?? ELSE);
    this.onHubTime(Date.parse(answer.headers.get("Date") ?? ""));
    if (answer.ok) {
      const text = await answer.text();
      return (text ? JSON.parse(text) : undefined) as T;
    }
    const error = await toError(answer);
    if (answer.status === 401 && path !== "sign-in" && path !== "join") this.onSignedOut();
    throw error;
  }
}
