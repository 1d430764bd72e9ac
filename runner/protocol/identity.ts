import { createHash, randomBytes } from "node:crypto";
import { encodeTime, monotonicFactory } from "ulid";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const next = monotonicFactory(() => randomBytes(1).readUInt8() / 256);

/** A ULID of the real time: later ids sort later, also within one millisecond. */
export const newId = (): string => next();

function base32(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (let position = 0; position < 16; position++) {
    text = `${alphabet[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text;
}

/**
 * Event ids from the header `x-inngest-event-id-seed` (`<ms>,<base64 of 10 bytes>`): a repeated send gives the same
 * ids, so that it can be recognised. Null when the seed cannot be read.
 */
export function seededIds(seed: string, count: number): string[] | null {
  const [time = "", entropy = ""] = seed.split(",");
  const bytes = Buffer.from(entropy, "base64");
  const ms = Number(time);
  if (bytes.length !== 10 || !Number.isSafeInteger(ms) || ms <= 0) return null;
  return Array.from({ length: count }, (_, index) => {
    const own = Buffer.from(bytes);
    own.writeUInt32BE((bytes.readUInt32BE(6) + index + 1) >>> 0, 6);
    return `${encodeTime(ms, 10)}${base32(own)}`;
  });
}

/** Short, stable name of a text of any length. */
export const digestOf = (text: string): string => createHash("sha1").update(text).digest("hex");
