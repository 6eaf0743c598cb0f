/** SMART Health Links in a browser: read the link, ask for the manifest, decrypt what it leads to. */

export interface Payload {
  url: string;
  key: string;
  exp?: number;
  flag?: string;
  label?: string;
}

export interface Bundle {
  resourceType: string;
  timestamp?: string;
  entry?: { fullUrl?: string; resource: Resource }[];
}

// biome-ignore lint/suspicious/noExplicitAny: FHIR has many shapes, and what is shown is looked at piece by piece
export type Resource = Record<string, any> & { resourceType: string };

/** Why a link gives nothing: words are the page's. `left`: tries that are left. */
export class LinkError extends Error {
  readonly why: "not-a-link" | "gone" | "wrong" | "too-many" | "unreachable" | "not-ready" | "unreadable";
  readonly left: number;

  constructor(why: LinkError["why"], left = 0) {
    super(why);
    this.why = why;
    this.left = left;
  }
}

const PREFIX = "shlink:/";
const WHO = "Carepost reader";

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** The link in an address's fragment, null when there is none. */
export function linkIn(hash: string): string | null {
  const at = hash.indexOf(PREFIX);
  return at < 0 ? null : hash.slice(at);
}

export function read(link: string): Payload {
  try {
    const told = JSON.parse(new TextDecoder().decode(bytes(link.slice(PREFIX.length)))) as Payload;
    if (typeof told.url !== "string" || typeof told.key !== "string") throw new LinkError("not-a-link");
    return told;
  } catch {
    throw new LinkError("not-a-link");
  }
}

/** Decrypt a compact JWE ("dir", A256GCM) as links have it. */
export async function decrypt(jwe: string, key: string): Promise<string> {
  const [head = "", , iv = "", cipher = "", tag = ""] = jwe.split(".");
  const header = JSON.parse(new TextDecoder().decode(bytes(head))) as {
    alg: string;
    enc: string;
    zip?: string;
  };
  if (header.alg !== "dir" || header.enc !== "A256GCM" || header.zip) throw new LinkError("unreadable");
  const body = new Uint8Array([...bytes(cipher), ...bytes(tag)]);
  const secret = await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytes(iv), additionalData: new TextEncoder().encode(head) };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, secret, body));
  } catch {
    throw new LinkError("unreadable");
  }
}

interface Manifest {
  files: { contentType: string; embedded?: string; location?: string }[];
}

/** What the link leads to, for the right passcode. */
export async function open(payload: Payload, passcode: string): Promise<Bundle> {
  const answer = await fetch(payload.url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ recipient: WHO, passcode }),
    credentials: "omit",
    cache: "no-store",
  }).catch(() => null);
  if (!answer) throw new LinkError("unreachable");
  if (answer.status === 401) {
    const told = (await answer.json().catch(() => ({}))) as { remainingAttempts?: number };
    throw new LinkError("wrong", told.remainingAttempts ?? 0);
  }
  if (answer.status === 429) throw new LinkError("too-many");
  if (answer.status === 404) throw new LinkError("gone");
  if (!answer.ok) throw new LinkError("unreachable");
  const file = ((await answer.json()) as Manifest).files[0];
  if (!file) throw new LinkError("not-ready");
  const jwe = file.embedded ?? (await located(file.location ?? ""));
  return JSON.parse(await decrypt(jwe, payload.key)) as Bundle;
}

async function located(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: "omit", cache: "no-store" }).catch(() => null);
  if (!answer?.ok) throw new LinkError("unreachable");
  return answer.text();
}
