/** Who is signed in, and whether they are on call. */

import { type Api, ApiError, wordsOf } from "../lib/api.ts";
import type { SignedIn, User } from "../lib/types.ts";

export class Session {
  user = $state<User | null>(null);
  onCall = $state(false);
  /** True until it is known whether a session goes on. */
  starting = $state(true);
  busy = $state(false);
  problem = $state("");
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
    api.onSignedOut = () => this.#leave(this.user ? "You were signed out. Please sign in again." : "");
  }

  /** Go on with this browser's session, or sign in by a one-time code from the address, or neither. */
  async start(code: string | null): Promise<void> {
    try {
      if (code) await this.signIn({ code });
      if (!this.user && !this.problem) this.#enter(await this.#api.me());
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) this.problem = wordsOf(error);
    } finally {
      this.starting = false;
    }
  }

  async signIn(how: { username: string; password: string } | { code: string }): Promise<void> {
    this.busy = true;
    this.problem = "";
    try {
      this.#enter(await this.#api.signIn(how));
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  async signOut(): Promise<void> {
    await this.#api.signOut().catch(() => undefined);
    this.#leave("");
  }

  async setOnCall(on: boolean): Promise<void> {
    this.onCall = (await this.#api.onCall(on)).on;
  }

  /** Ask the hub whether the session still stands; a "no" arrives through `onSignedOut`. */
  async check(): Promise<void> {
    await this.#api.me().catch(() => undefined);
  }

  #enter(signedIn: SignedIn): void {
    this.#api.csrf = signedIn.csrf;
    this.onCall = signedIn.on_call ?? false;
    this.problem = "";
    this.user = signedIn.user;
  }

  #leave(why: string): void {
    this.user = null;
    this.#api.csrf = "";
    this.problem = why;
  }
}
