/**
 * This browser's own key: made for each sign-in, kept by the browser so that a reload goes on with it, and
 * never to be read out (not even by us). And the hub's root key, pinned when it is first met.
 */

import { openVoucher, type Signer, toBase64, type Voucher } from "./proof.ts";

const DATABASE = "carepost";
const STORE = "keys";
const CURRENT = "sign-in";
const ROOT = "carepost-root";

interface Kept {
  key: CryptoKey;
  /** Raw, base64. */
  public: string;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  const transaction = database.transaction(STORE, mode);
  transaction.oncomplete = () => database.close();
  return transaction.objectStore(STORE);
}

/** Make a key for a sign-in; returns its public half, "" where this page may not (no TLS, an old browser). */
export async function newKey(): Promise<string> {
  try {
    const pair = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const kept: Kept = { key: pair.privateKey, public: toBase64(raw) };
    await done((await store("readwrite")).put(kept, CURRENT));
    return kept.public;
  } catch {
    return "";
  }
}

/** Forget the key: signed out. */
export async function forgetKey(): Promise<void> {
  try {
    await done((await store("readwrite")).delete(CURRENT));
  } catch {
    // there was none
  }
}

/** The key with the hub's word for it, which the hub itself lets run out; null when this browser's key is not the one it vouched for. */
export async function signer(voucher: string | null, root: string): Promise<Signer | null> {
  if (!voucher) return null;
  try {
    const told = JSON.parse(voucher) as Voucher;
    const person = await openVoucher(told, root, 0);
    const kept = (await done((await store("readonly")).get(CURRENT))) as Kept | undefined;
    if (kept?.public !== person.public) return null;
    return { key: kept.key, voucher: told, subject: person.subject, role: person.role };
  } catch {
    return null;
  }
}

/** Pin the hub's root key, or say that it is another one than this browser knows. */
export function isKnownRoot(root: string): boolean {
  const known = localStorage.getItem(ROOT);
  if (known === null) localStorage.setItem(ROOT, root);
  return known === null || known === root;
}

/** A person has made sure that this is the hub's key now. */
export function trustRoot(root: string): void {
  localStorage.setItem(ROOT, root);
}

/** A key as people compare it: the first 8 bytes of its SHA-256, as `python -m hub root` prints it. */
export async function readable(root: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", root));
  const hex = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0"));
  return (hex.join("").match(/.{4}/g) ?? []).join(" ");
}
