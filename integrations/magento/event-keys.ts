import { createPublicKey, type KeyObject } from "node:crypto";

const host = "https://static.adobeioevents.com";
const timeoutMs = 5_000;
const mostKeys = 20;
const mostBytes = 16_384;
const mostLooksPerMinute = 10;

const known = new Map<string, KeyObject>();
const looks: number[] = [];

/** Whether a header's path can be one of Adobe's keys: "/prod/keys/pub-key-….pem". */
export function maySend(path: string): boolean {
  return /^(\/[A-Za-z0-9_-]{1,80}){1,4}\.pem$/.test(path);
}

export function knownKey(path: string): KeyObject | null {
  return known.get(path) ?? null;
}

/**
 * Fetches, once each, the public keys that the headers of an I/O event point to: from Adobe's host and no other, a few
 * a minute at most, since anybody may send headers. A key that cannot be had leaves the event refused, and Adobe sends
 * it again. Never throws.
 */
export async function learnKeys(headers: Headers, fetcher: typeof fetch = fetch): Promise<void> {
  const paths = ["x-adobe-public-key1-path", "x-adobe-public-key2-path"].flatMap((name) => headers.get(name) ?? []);
  const unknown = [...new Set(paths)].filter((path) => maySend(path) && !known.has(path));
  await Promise.all(unknown.map((path) => learn(path, fetcher)));
}

async function learn(path: string, fetcher: typeof fetch): Promise<void> {
  if (!mayLook()) return;
  try {
    const response = await fetcher(host + path, { redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    const text = response.ok ? await response.text() : "";
    if (text.length === 0 || text.length > mostBytes) return;
    const key = createPublicKey(text);
    if (key.asymmetricKeyType !== "rsa") return;
    const [oldest] = known.keys();
    if (known.size >= mostKeys && oldest !== undefined) known.delete(oldest);
    known.set(path, key);
  } catch {
    // No key: the event stays refused until Adobe sends it again.
  }
}

/** By the process's own clock, which nobody can turn. */
function mayLook(): boolean {
  const now = performance.now();
  while (looks[0] !== undefined && looks[0] < now - 60_000) looks.shift();
  if (looks.length >= mostLooksPerMinute) return false;
  looks.push(now);
  return true;
}

/** Forgets every key and look: for tests. */
export function forgetKeys(): void {
  known.clear();
  looks.length = 0;
}
