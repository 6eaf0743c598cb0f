/** Who is signed in, and whether they are on call. */

import { type Api, ApiError, wordsOf } from "../lib/api.ts";
import type { SignedIn, User } from "../lib/types/account.ts";
import { forgetKey, isKnownRoot, newKey, readable, signer, trustRoot } from "../trust/keys.ts";
import { fromBase64, type Signer } from "../trust/proof.ts";

export class Session {
  /** This browser's key with the hub's word for it; null: no call can be taken from this page. */
  signer: Signer | null = null;
  root = "";
  /** The hub's root key is another one than this browser knows: in words to compare, else empty. */
  strange = $state("");
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
  async start(code: string | null, invited: string | null = null): Promise<void> {
    try {
      if (code) await this.signIn({ code });
      if (invited) await this.join(invited);
      if (!this.user && !this.problem) await this.#enter(await this.#api.me());
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
      await this.#enter(await this.#api.signIn({ ...how, key: await newKey() }));
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** Open a link into one call. */
  async join(code: string): Promise<void> {
    try {
      await this.#enter(await this.#api.join({ code, key: await newKey() }));
    } catch (error) {
      const used = error instanceof ApiError && error.status === 401;
      this.problem = used ? "This link has been used or is too old. Ask for a new one." : wordsOf(error);
    }
  }

  async signOut(): Promise<void> {
    await this.#api.signOut().catch(() => undefined);
    await forgetKey();
    this.#leave("");
  }

  async setOnCall(on: boolean): Promise<void> {
    this.onCall = (await this.#api.onCall(on)).on;
  }

  /** Ask the hub whether the session still stands; a "no" arrives through `onSignedOut`. */
  async check(): Promise<void> {
    await this.#api.me().catch(() => undefined);
  }

  /** A person has compared the hub's new root key with what its operator says. */
  async trustHub(): Promise<void> {
    trustRoot(this.root);
    this.strange = "";
    await this.start(null);
  }

  async #enter(signedIn: SignedIn): Promise<void> {
    this.#api.csrf = signedIn.csrf;
    this.root = signedIn.root;
    if (!isKnownRoot(signedIn.root)) {
      this.strange = await readable(fromBase64(signedIn.root));
      return;
    }
    this.signer = await signer(signedIn.voucher, signedIn.root);
    this.onCall = signedIn.on_call ?? false;
    this.problem = "";
    this.user = signedIn.user;
  }

  #leave(why: string): void {
    this.user = null;
    this.signer = null;
    this.#api.csrf = "";
    this.problem = why;
  }
}
