import { setTimeout as pause } from "node:timers/promises";
import { workerSql } from "#db/connections.ts";
import { type AppUse, appUse } from "./process-use.ts";

/** How many stored webhooks of a shop's tenant still wait to be applied: by an index, so that to ask disturbs nothing. */
export async function pendingOf(shopId: string): Promise<number> {
  const [row] = await workerSql()<{ pending: number }[]>`
    select count(*)::int as pending from webhook_events
    where tenant_id = (select tenant_id from shops where id = ${shopId}) and outcome = 'pending'`;
  return row?.pending ?? 0;
}

/** Waits until nothing waits; throws when that takes too long, because then nothing was measured. */
export async function untilApplied(shopId: string, mostSeconds: number): Promise<void> {
  for (const startedAt = performance.now(); ; await pause(250)) {
    const pending = await pendingOf(shopId);
    if (pending === 0) return;
    if (performance.now() - startedAt > mostSeconds * 1_000)
      throw new Error(`${pending} webhooks still waited after ${mostSeconds} seconds`);
  }
}

export type Sample = { seconds: number; use: AppUse };

/** Looks at the app's processes every so often until it is stopped. */
export function watch(dataFolder: string, everyMs: number): { samples: Sample[]; stop(): void } {
  const startedAt = performance.now();
  const samples: Sample[] = [];
  const look = () => {
    const use = appUse(dataFolder);
    if (use) samples.push({ seconds: (performance.now() - startedAt) / 1_000, use });
  };
  look();
  const timer = setInterval(look, everyMs);
  return { samples, stop: () => clearInterval(timer) };
}
