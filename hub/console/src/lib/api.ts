/** The hub's HTTP interface, typed; every failure becomes an `ApiError` with words for a person. */

import type { Accepted, Act, Plan, PlanFields, SignedIn, VisitDetail, Worklist } from "./types.ts";

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
  readonly signIn = (how: { username: string; password: string } | { code: string }) =>
    this.#send<SignedIn>("POST", "sign-in", how);
  readonly signOut = () => this.#send<void>("POST", "sign-out");
  readonly onCall = (on: boolean) => this.#send<{ on: boolean }>("POST", "on-call", { on });
  readonly worklist = () => this.#send<Worklist>("GET", "worklist");
  readonly visit = (id: string) => this.#send<VisitDetail>("GET", `visits/${id}`);
  readonly accept = (id: string) => this.#send<Accepted>("POST", `visits/${id}/accept`);
  readonly endCall = (id: string) => this.#send<void>("POST", `visits/${id}/end-call`);
  readonly chat = (id: string, text: string) => this.#send<void>("POST", `visits/${id}/chat`, { text });
  readonly askMeasure = (id: string, act: Act) =>
    this.#send<void>("POST", `visits/${id}/ask-measure`, { act });
  readonly savePlan = (id: string, plan: PlanFields) => this.#send<void>("PUT", `visits/${id}/plan`, plan);
  readonly sign = (id: string) => this.#send<Plan>("POST", `visits/${id}/sign`);
  readonly acknowledge = (alarm: string) => this.#send<void>("POST", `alarms/${alarm}/acknowledge`);
  readonly callbackDone = (id: string, note: string) =>
    this.#send<void>("POST", `visits/${id}/callback-done`, { note });

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
    if (answer.status === 401 && path !== "sign-in") this.onSignedOut();
    throw error;
  }
}
