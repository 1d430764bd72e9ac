import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { workerSql } from "#db/connections.ts";
import { runnerClient } from "#integrations/runner-client.ts";
import type { DemoAccess } from "../testing/app.ts";
import { type Load, shopLoad } from "./shop-load.ts";

export type IngestFigures = { app: Load; handler: Load; batched: Load };

const seconds = 8;
const warmUpSeconds = 2;
const mostRestSeconds = 20;

/** Webhooks at the app's door, and beside it at the same handler without Next, and at the limit of one process. */
export async function benchIngest(root: string, demo: DemoAccess): Promise<IngestFigures> {
  const shop = demo.shops.find((one) => one.platform === "shopify");
  if (!shop) throw new Error("the demo has no Shopify shop");
  const { secret, webhookUrl, id } = shop;
  const app = await measure(root, webhookUrl, secret);
  const handler = await withServer(root, ["handler", id], (url) => measure(root, url, secret));
  const batched = await withServer(root, ["batched", id], (url) => measure(root, url, secret));
  return { app, handler, batched };
}

async function measure(root: string, url: string, secret: string): Promise<Load> {
  await shopLoad(root, { url, secret, seconds: warmUpSeconds });
  const load = await shopLoad(root, { url, secret, seconds });
  await clear();
  return load;
}

/** What was stored is not the point any more: settle it, so that applying it does not disturb the next figure. */
async function clear(): Promise<void> {
  await workerSql()`update webhook_events set outcome = 'ignored', reason = 'nothing_to_do' where outcome = 'pending'`;
  const { INNGEST_BASE_URL: baseUrl = "", INNGEST_SIGNING_KEY: signingKey = "" } = process.env;
  const runner = runnerClient({ baseUrl, signingKey });
  for (const startedAt = Date.now(); Date.now() - startedAt < mostRestSeconds * 1_000; await pause(200)) {
    const queue = await runner.getQueue();
    if (queue.kind === "ok" && queue.value.due === 0 && queue.value.calling === 0) return;
  }
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
