import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fingerprints,
  Judge,
  LIFE_S,
  openVoucher,
  prove,
  type Signer,
  toBase64,
  type Voucher,
} from "./proof.ts";

const CALL = "0b0e9a3e-5a42-4d8c-9c59-0d5a6f6f0001";
const STATION = "0b0e9a3e-5a42-4d8c-9c59-0d5a6f6f0002";
const NOW = 1_790_000_000;
const SDP = "v=0\r\na=fingerprint:sha-256 AA:0B\r\n";

interface Key {
  private: CryptoKey;
  public: string;
}

async function key(): Promise<Key> {
  const pair = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { private: pair.privateKey, public: toBase64(raw) };
}

async function signed(context: string, body: unknown, by: Key) {
  const plain = new TextEncoder().encode(JSON.stringify(body));
  const head = new TextEncoder().encode(`${context}\0`);
  const signature = await crypto.subtle.sign("Ed25519", by.private, Buffer.concat([head, plain]));
  return { body: toBase64(plain), signature: toBase64(new Uint8Array(signature)), key_id: "" };
}

async function world(expires = NOW + 600) {
  const [root, identity, own] = [await key(), await key(), await key()];
  const issuer = { public: identity.public, expires: NOW + 600 };
  const person = { subject: STATION, role: "station", name: "Elm Street", public: own.public, expires };
  const voucher: Voucher = {
    person: await signed("carepost/call-person/1", person, identity),
    issuer: await signed("carepost/call-issuer/1", issuer, root),
  };
  const signer: Signer = { key: own.private, voucher, subject: STATION, role: "station" };
  const judge = new Judge(root.public, () => NOW);
  const about = (generation: number, now = NOW) => ({ call: CALL, run: "r1", generation, answers: "", now });
  return { root, voucher, signer, judge, about, expected: { call: CALL, role: "station", voucher } };
}

const refused = (code: string) => ({ name: "Error", message: code });

test("an offer that is the station's is believed once, and in rising generations", async () => {
  const { signer, judge, about, expected } = await world();
  const first = await prove(signer, SDP, about(1));
  assert.equal((await judge.believe(first, SDP, expected)).generation, 1);
  await assert.rejects(judge.believe(first, SDP, expected), refused("replayed"));
  const second = await prove(signer, SDP, about(2));
  await judge.believe(second, SDP, expected);
  await assert.rejects(judge.believe(await prove(signer, SDP, about(1)), SDP, expected), refused("old"));
});

test("a swapped fingerprint is refused, also as a second one", async () => {
  const { signer, judge, about, expected } = await world();
  const proof = await prove(signer, SDP, about(1));
  for (const sdp of [SDP.replace("AA", "AB"), `${SDP}a=fingerprint:sha-256 CC:DD\r\n`, "v=0\r\n"])
    await assert.rejects(judge.believe(proof, sdp, expected), refused("fingerprint"));
  assert.deepEqual(fingerprints(SDP.replace("AA", "aa").repeat(2)), ["sha-256 AA:0B"]);
  assert.throws(() => fingerprints(SDP.replace("sha-256", "md5")), refused("fingerprint"));
});

test("an old offer is refused, and one of another call or another kind", async () => {
  const { signer, judge, about, expected } = await world();
  const late = await prove(signer, SDP, about(1, NOW - LIFE_S));
  await assert.rejects(judge.believe(late, SDP, expected), refused("expired"));
  const proof = await prove(signer, SDP, about(1));
  await assert.rejects(judge.believe(proof, SDP, { ...expected, call: STATION }), refused("other-call"));
  await assert.rejects(judge.believe(proof, SDP, { ...expected, role: "provider" }), refused("other-call"));
  await assert.rejects(judge.believe(proof, SDP, { ...expected, answers: "n" }), refused("other-call"));
});

test("nobody else's key will do, and no key that the root does not vouch for", async () => {
  const [one, other] = [await world(), await world()];
  const forged = await prove(other.signer, SDP, one.about(1));
  await assert.rejects(one.judge.believe(forged, SDP, one.expected), refused("forged"));
  const { voucher: _, ...untold } = one.expected;
  await assert.rejects(one.judge.believe(forged, SDP, untold), refused("not-vouched"));
  for (const text of ["", "{}", "not JSON"])
    await assert.rejects(one.judge.believe(text, SDP, one.expected), refused("unsigned"));
  const ended = await world(NOW);
  await assert.rejects(openVoucher(ended.voucher, ended.root.public, NOW), refused("not-vouched"));
});
