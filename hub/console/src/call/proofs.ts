/** The proofs of one call: whom we believe, and that it is us. */

import { type Claim, Judge, prove, type Signer, TrustError, type Voucher } from "../trust/proof.ts";

export class CallProofs {
  readonly #who: { signer: Signer | null; root: string };
  readonly #station: Voucher;
  readonly #call: string;
  readonly #now: () => number;
  readonly #judge: Judge;

  /** `station`: the hub's word for the station's key; `now`: Unix seconds by the hub's clock. */
  constructor(
    who: { signer: Signer | null; root: string },
    station: Voucher,
    call: string,
    now: () => number,
  ) {
    this.#who = who;
    this.#station = station;
    this.#call = call;
    this.#now = now;
    this.#judge = new Judge(who.root, now);
  }

  /** Return what the station claims of its offer; TrustError when it is not sure that it is the station. */
  believe(signed: string, sdp: string): Promise<Claim> {
    return this.#judge.believe(signed, sdp, { call: this.#call, role: "station", voucher: this.#station });
  }

  /** Return the proof of our answer to an offer. */
  prove(sdp: string, offer: Claim): Promise<string> {
    if (!this.#who.signer) throw new TrustError("not-vouched");
    const { run, generation, nonce } = offer;
    const about = { call: this.#call, run, generation, answers: nonce, now: this.#now() };
    return prove(this.#who.signer, sdp, about);
  }
}
