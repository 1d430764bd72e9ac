import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { workerSql } from "#db/connections.ts";
import { runnerClient } from "#integrations/runner-client.ts";
import type { DemoAccess } from "../testing/app.ts";
import { isIdle } from "../testing/is-idle.ts";
import { untilApplied } from "./backlog.ts";
import { appUse, type CpuPerRequest, cpuPerRequest } from "./process-use.ts";
import { type Load, shopLoad, type Target } from "./shop-load.ts";

export type IngestFigures = {
  app: Load;
  /** What each of the app's processes spent on a webhook at its door, applying others meanwhile. */
  cpuMicroseconds: CpuPerRequest | null;
  handler: Load;
  batched: Load;
  /** Webhooks from the door to their carts, everything included. */
  appliedPerSecond: number;
};

const seconds = 8;
const warmUpSeconds = 2;
const mostRestSeconds = 20;
const sustained = { requests: 10_000, shoppers: 2_000, mostSeconds: 120 };

/** The demo's shop whose webhooks the benches send. */
export function benchShop(demo: DemoAccess): DemoAccess["shops"][number] {
  const shop = demo.shops.find((one) => one.platform === "shopify");
  if (!shop) throw new Error("the demo has no Shopify shop");
  return shop;
}

/** Webhooks at the app's door, and beside it at the same handler without Next, and at the limit of one process. */
export async function benchIngest(root: string, dataFolder: string, demo: DemoAccess): Promise<IngestFigures> {
  const { secret, webhookUrl: url, id } = benchShop(demo);
  await shopLoad(root, { url, secret }, { seconds: warmUpSeconds });
  const before = appUse(dataFolder);
  const app = await shopLoad(root, { url, secret }, { seconds });
  const cpuMicroseconds = cpuPerRequest(before, appUse(dataFolder), app.requests);
  await clear();
  const startedAt = performance.now();
  const { requests, refused } = await shopLoad(root, { url, secret }, sustained);
  await untilApplied(id, sustained.mostSeconds);
  const appliedPerSecond = Math.round(((requests - refused) * 1_000) / (performance.now() - startedAt));
  // Last, because what these leave behind nobody tells the app of.
  const handler = await withServer(root, ["handler", id], (own) => measure(root, { url: own, secret }));
  const batched = await withServer(root, ["batched", id], (own) => measure(root, { url: own, secret }));
  return { app, cpuMicroseconds, handler, batched, appliedPerSecond };
}

async function measure(root: string, target: Target): Promise<Load> {
  await shopLoad(root, target, { seconds: warmUpSeconds });
  const load = await shopLoad(root, target, { seconds });
  await clear();
  return load;
}

/** What was stored is not the point any more: settle it, so that applying it does not disturb the next figure. */
async function clear(): Promise<void> {
  await workerSql()`update webhook_events set outcome = 'ignored', reason = 'nothing_to_do' where outcome = 'pending'`;
  const { INNGEST_BASE_URL: baseUrl = "", INNGEST_SIGNING_KEY: signingKey = "" } = process.env;
  const runner = runnerClient({ baseUrl, signingKey });
  for (const startedAt = Date.now(); Date.now() - startedAt < mostRestSeconds * 1_000; await pause(200))
    if (await isIdle(runner)) return;
}

async function withServer<T>(root: string, args: string[], work: (url: string) => Promise<T>): Promise<T> {
  const file = join(root, "bin", "bench", "bare-server.ts");
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const [said] = await Promise.race([once(child.stdout, "data"), exited]);
  try {
    return await work(String(said).trim());
  } finally {
    child.kill("SIGTERM");
    await exited;
  }
}
