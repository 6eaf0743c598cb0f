/**
 * Who is at the other end: signatures over a description's DTLS fingerprints, and who vouches for the keys.
 * The same as `contract/trust.py` at the station, which says what each part is for. Pure but for WebCrypto.
 */

export const LIFE_S = 120;
const EARLY_S = 30;
const CLAIM = "carepost/call-claim/1";
const PERSON = "carepost/call-person/1";
const ISSUER = "carepost/call-issuer/1";
const HASHES = new Set(["sha-256", "sha-384", "sha-512"]);

export type Refusal =
  | "unsigned"
  | "forged"
  | "not-vouched"
  | "fingerprint"
  | "other-call"
  | "old"
  | "replayed"
  | "expired";

/** A description that can't be believed. */
export class TrustError extends Error {
  readonly code: Refusal;

  constructor(code: Refusal) {
    super(code);
    this.code = code;
  }
}

/** Base64 of a JSON body and of the Ed25519 signature over its context and it. */
export interface Signed {
  body: string;
  signature: string;
  key_id: string;
}

export interface Voucher {
  person: Signed;
  issuer: Signed;
}

export interface Proof {
  claim: Signed;
  voucher?: Voucher | null;
}

export interface Claim {
  call: string;
  run: string;
  generation: number;
  role: string;
  subject: string;
  fingerprints: string[];
  nonce: string;
  issued: number;
  expires: number;
  answers: string;
}

export interface Vouched {
  subject: string;
  role: string;
  name: string;
  /** Raw Ed25519 key, base64. */
  public: string;
  expires: number;
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function signedBytes(context: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${context}\0`);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

/** Verify and read a signed body; `otherwise` says what it means when the signature does not hold. */
async function open<T>(signed: Signed, context: string, key: string, otherwise: Refusal): Promise<T> {
  try {
    const known = await crypto.subtle.importKey("raw", fromBase64(key), "Ed25519", false, ["verify"]);
    const body = fromBase64(signed.body);
    const holds = await crypto.subtle.verify(
      "Ed25519",
      known,
      fromBase64(signed.signature),
      signedBytes(context, body),
    );
    if (!holds) throw new TrustError(otherwise);
    return JSON.parse(new TextDecoder().decode(body)) as T;
  } catch {
    throw new TrustError(otherwise);
  }
}

/** A description's distinct fingerprints, in order; refused when there is none, or one of a weak hash. */
export function fingerprints(sdp: string): string[] {
  const lines = [...sdp.matchAll(/^a=fingerprint:/gim)].length;
  const found = [...sdp.matchAll(/^a=fingerprint:\s*([\w-]+)\s+((?:[0-9A-F]{2}:)+[0-9A-F]{2})\s*$/gim)];
  const told = new Set(found.map(([, hash, value]) => `${hash?.toLowerCase()} ${value?.toUpperCase()}`));
  const weak = found.some(([, hash]) => !HASHES.has(hash?.toLowerCase() ?? ""));
  if (!found.length || found.length !== lines || weak) throw new TrustError("fingerprint");
  return [...told].sort();
}

/** Follow the signatures from the hub's root key down to somebody's key. `now`: Unix seconds. */
export async function openVoucher(voucher: Voucher, root: string, now: number): Promise<Vouched> {
  const issuer = await open<{ public: string; expires: number }>(voucher.issuer, ISSUER, root, "not-vouched");
  const person = await open<Vouched>(voucher.person, PERSON, issuer.public, "not-vouched");
  if (Math.min(issuer.expires, person.expires) <= now) throw new TrustError("not-vouched");
  return person;
}

export interface Expected {
  call: string;
  role: string;
  /** Where whoever reads knows the key already, apart from what the signalling says. */
  voucher?: Voucher | null;
  /** The nonce of the offer this answers; empty for an offer. */
  answers?: string;
}

/** Remembers one call's claims; refuses what is not from where it says. */
export class Judge {
  readonly #root: string;
  readonly #now: () => number;
  readonly #seen = new Set<string>();
  readonly #newest = new Map<string, number>();

  constructor(root: string, now: () => number) {
    this.#root = root;
    this.#now = now;
  }

  /** Return who made a description, and what they claim of it; TrustError when that is not sure. */
  async believe(proof: string, sdp: string, expected: Expected): Promise<Claim> {
    const told = readProof(proof);
    const voucher = expected.voucher ?? told.voucher;
    if (!voucher) throw new TrustError("not-vouched");
    const person = await openVoucher(voucher, this.#root, this.#now());
    const claim = await open<Claim>(told.claim, CLAIM, person.public, "forged");
    if (claim.subject !== person.subject || claim.role !== person.role) throw new TrustError("forged");
    if (claim.call !== expected.call || claim.role !== expected.role) throw new TrustError("other-call");
    if (claim.answers !== (expected.answers ?? "")) throw new TrustError("other-call");
    if (claim.fingerprints.join() !== fingerprints(sdp).join()) throw new TrustError("fingerprint");
    this.#checkAge(claim);
    return claim;
  }

  #checkAge(claim: Claim): void {
    if (this.#seen.has(claim.nonce)) throw new TrustError("replayed");
    if (claim.generation <= (this.#newest.get(claim.run) ?? 0)) throw new TrustError("old");
    const now = this.#now();
    const early = now < claim.issued - EARLY_S;
    if (early || now >= claim.expires || claim.expires - claim.issued > LIFE_S)
      throw new TrustError("expired");
    this.#seen.add(claim.nonce);
    this.#newest.set(claim.run, claim.generation);
  }
}

function readProof(text: string): Proof {
  try {
    const told = JSON.parse(text) as Proof;
    if (told?.claim) return told;
  } catch {
    // not even JSON: the same as none
  }
  throw new TrustError("unsigned");
}

export interface Signer {
  /** A raw Ed25519 key's private half, not extractable. */
  key: CryptoKey;
  voucher: Voucher;
  subject: string;
  role: string;
}

/** The proof of a description of ours. */
export async function prove(
  signer: Signer,
  sdp: string,
  about: { call: string; run: string; generation: number; answers: string; now: number; nonce?: string },
): Promise<string> {
  const issued = Math.floor(about.now);
  const claim: Claim = {
    call: about.call,
    run: about.run,
    generation: about.generation,
    role: signer.role,
    subject: signer.subject,
    fingerprints: fingerprints(sdp),
    nonce: about.nonce ?? toBase64(crypto.getRandomValues(new Uint8Array(16))),
    issued,
    expires: issued + LIFE_S,
    answers: about.answers,
  };
  const body = new TextEncoder().encode(JSON.stringify(claim));
  const signature = await crypto.subtle.sign("Ed25519", signer.key, signedBytes(CLAIM, body));
  const signed = { body: toBase64(body), signature: toBase64(new Uint8Array(signature)), key_id: "" };
  return JSON.stringify({ claim: signed, voucher: signer.voucher } satisfies Proof);
}
