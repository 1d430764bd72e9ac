import type { DemoAccess } from "../testing/app.ts";
import { pendingOf, untilApplied, watch } from "./backlog.ts";
import { benchShop } from "./ingest.ts";
import { shopLoad } from "./shop-load.ts";

export type BurstFigures = {
  webhooks: number;
  refused: number;
  takenSeconds: number;
  /** From the first request until nothing waits any more. */
  appliedSeconds: number;
  waitedAtTheEnd: number;
  mostMegabytes: { web: number; runner: number } | null;
};

const webhooks = 100_000;
const shoppers = 5_000;
const mostSeconds = 900;

/** A hundred thousand webhooks as fast as they are taken, and how long it takes until all of them are applied. */
export async function benchBurst(root: string, dataFolder: string, demo: DemoAccess): Promise<BurstFigures> {
  const shop = benchShop(demo);
  const watching = watch(dataFolder, 500);
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 100) / 10;
  const target = { url: shop.webhookUrl, secret: shop.secret };
  const load = await shopLoad(root, target, { requests: webhooks, shoppers, mostSeconds });
  const takenSeconds = seconds();
  const waitedAtTheEnd = await pendingOf(shop.id);
  await untilApplied(shop.id, mostSeconds);
  const appliedSeconds = seconds();
  watching.stop();
  const most = (name: "web" | "runner") => Math.max(...watching.samples.map(({ use }) => use[name].megabytes));
  const mostMegabytes = watching.samples.length > 0 ? { web: most("web"), runner: most("runner") } : null;
  const { requests, refused } = load;
  return { webhooks: requests, refused, takenSeconds, appliedSeconds, waitedAtTheEnd, mostMegabytes };
}
