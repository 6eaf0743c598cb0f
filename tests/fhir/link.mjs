// An independent reader of SMART Health Links (kill-the-clipboard, over the JOSE library "jose"): opens the link
// given as the first argument with the passcode given as the second, and writes what it finds to stdout as JSON:
// {"resources": […], "label": "…", "manifest": {…}} or {"error": "SHL…Error"}. With a third argument only files
// of so many characters may stand in the manifest itself.
import { SHLViewer } from 'kill-the-clipboard';

const [, , link, passcode, most] = process.argv;
const told = {};
try {
  const viewer = new SHLViewer({ shlinkURI: link });
  const wish = { recipient: 'An independent reader', passcode };
  if (most !== undefined) wish.embeddedLengthMax = Number(most);
  const { manifest, fhirResources } = await viewer.resolveSHL(wish);
  Object.assign(told, { resources: fhirResources, manifest, label: viewer.shl.label });
} catch (error) {
  told.error = error.constructor.name;
}
process.stdout.write(JSON.stringify(told));
