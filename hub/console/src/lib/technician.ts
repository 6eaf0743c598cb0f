/** What a station's screen asks of the operator: let the technician in who stands before it. */

export interface Asked {
  station: string;
  challenge: string;
}

/** What an address ends with that a station's QR code opened (`contract/technician.py`), or null. */
export function askedIn(hash: string): Asked | null {
  const told = new URLSearchParams(hash.slice(1));
  const station = told.get("technician") ?? "";
  const challenge = told.get("challenge") ?? "";
  return /^[0-9a-f-]{36}$/.test(station) && /^\d{8}$/.test(challenge) ? { station, challenge } : null;
}
