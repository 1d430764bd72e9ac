const mostParts = 1_000;
const newline = 0x0a;
const dash = 0x2d;

/** A mail up to its thousandth line that may begin a part: each costs a parser as much as a letter does. */
export function boundParts(raw: Uint8Array): { bytes: Uint8Array; cut: boolean } {
  let parts = 0;
  for (let at = raw.indexOf(newline); at >= 0; at = raw.indexOf(newline, at + 1)) {
    if (raw[at + 1] !== dash || raw[at + 2] !== dash) continue;
    parts += 1;
    if (parts > mostParts) return { bytes: raw.subarray(0, at), cut: true };
  }
  return { bytes: raw, cut: false };
}
