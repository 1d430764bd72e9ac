import { acrossTenantsRecordFailures, type SignatureFailure } from "#db/across-tenants-jobs.ts";

const flushMs = 1_000;
const mostKinds = 1_000;

let waiting = new Map<string, SignatureFailure>();
let timer: NodeJS.Timeout | undefined;

/**
 * Counts a request whose signature did not hold. Whoever sends many costs no more than one statement a second: they are
 * counted here per shop, cause and minute, nothing of their bodies is kept, and what is too much is not counted.
 */
export function noteFailure({ at, ...failure }: Omit<SignatureFailure, "count" | "minute" | "lastAt"> & { at: Date }) {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  const key = `${failure.shopId} ${failure.reason} ${minute.getTime()}`;
  const known = waiting.get(key);
  if (!known && waiting.size >= mostKinds) return;
  waiting.set(key, { ...failure, minute, lastAt: at, count: (known?.count ?? 0) + 1 });
  timer ??= setTimeout(() => void flushFailures().catch(() => undefined), flushMs).unref();
}

/** Stores what was counted since the last time. */
export async function flushFailures(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const counted = [...waiting.values()];
  waiting = new Map();
  await acrossTenantsRecordFailures(counted);
}
