import { causeOf } from "../log.ts";
import { request } from "../protocol/call.ts";
import { canonical } from "../protocol/canonical.ts";
import { readFunctions } from "../protocol/config.ts";
import { digestOf } from "../protocol/identity.ts";
import { signatureOf } from "../protocol/sign.ts";
import { syncReplySchema } from "../protocol/wire.ts";
import { transaction } from "../store/connection.ts";
import { loadRegistry, type Registry, saveFunctions } from "../store/registry.ts";
import type { Engine } from "./context.ts";
import { syncCrons } from "./crons.ts";

export type SyncOutcome =
  | { kind: "registered"; appId: string; functions: number }
  | { kind: "unchanged" }
  | { kind: "refused"; refusals: string[] }
  | { kind: "unreachable"; cause: string };

const timeoutMs = 20_000;

/** What the last sync registered, so that an unchanged app costs no write. */
export interface SyncMemory {
  checksum: string | null;
}

/** Stores the functions of an app and makes them the registry, or refuses them all and leaves what was there. */
export async function register(
  engine: Engine,
  memory: SyncMemory,
  use: (registry: Registry) => void,
  app: { app_id: string; functions: readonly unknown[] },
): Promise<SyncOutcome> {
  const checksum = digestOf(canonical(app));
  if (memory.checksum === checksum) return { kind: "unchanged" };
  const { functions, refusals } = readFunctions(app.functions);
  if (refusals.length > 0) return { kind: "refused", refusals };
  const raw = app.functions.map((each) => JSON.stringify(each));
  const rows = functions.map((config, index) => ({
    id: config.id,
    name: config.name ?? config.id,
    config: raw[index] ?? "{}",
  }));
  const registry = await transaction(engine.pool, async (db) => {
    await saveFunctions(db, app.app_id, rows);
    const fresh = await loadRegistry(db);
    await syncCrons(db, engine, [...fresh.byId.values()]);
    return fresh;
  });
  use(registry);
  memory.checksum = checksum;
  return { kind: "registered", appId: app.app_id, functions: functions.length };
}

async function ask(engine: Engine): Promise<{ app_id: string; functions: unknown[] } | { cause: string }> {
  const { url, signingKey } = engine.app;
  const body = canonical({ url });
  const headers: Record<string, string> = { "x-inngest-sync-kind": "in_band", "x-inngest-server-kind": "cloud" };
  if (signingKey === null) headers["x-inngest-server-kind"] = "dev";
  else headers["x-inngest-signature"] = signatureOf(body, signingKey, Date.now());
  const raw = await request(new URL(url), { method: "PUT", headers, body, timeoutMs });
  if (raw.status !== 200 || raw.headers["x-inngest-sync-kind"] !== "in_band") {
    return { cause: `the app answered the sync with HTTP ${raw.status}: ${raw.text.slice(0, 200)}` };
  }
  const parsed = syncReplySchema.safeParse(JSON.parse(raw.text));
  return parsed.success ? parsed.data : { cause: "the app's answer to the sync is malformed" };
}

/** Asks the app for its functions (one signed request) and registers them. */
export async function syncApp(
  engine: Engine,
  memory: SyncMemory,
  use: (registry: Registry) => void,
): Promise<SyncOutcome> {
  try {
    const answer = await ask(engine);
    if ("cause" in answer) return { kind: "unreachable", cause: answer.cause };
    return await register(engine, memory, use, { app_id: answer.app_id, functions: answer.functions });
  } catch (error) {
    return { kind: "unreachable", cause: causeOf(error) };
  }
}
