import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DatabaseUrls } from "./database-urls.ts";
import { writePrivate } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export type DemoShop = { id: string; platform: string; secret: string };
export type Demo = { email: string; password: string; tenantId: string; apiKey: string; shops: DemoShop[] };

/** Seeds the demo tenant at the first start and writes DATA_DIR/demo.json, by which scripts find their way around. */
export async function ensureDemo(settings: Settings, urls: DatabaseUrls): Promise<Demo | undefined> {
  if (settings.mode === "production") return undefined;
  const file = join(settings.dataFolder, "demo.json");
  const demo: Demo | undefined = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : await seed(settings, urls);
  if (!demo) return undefined;
  const shops = demo.shops.map((shop) => ({
    ...shop,
    webhookUrl: `${settings.appUrl}/api/webhooks/${shop.platform}/${shop.id}`,
  }));
  writePrivate(file, { ...demo, url: settings.appUrl, shops });
  return demo;
}

async function seed(settings: Settings, urls: DatabaseUrls): Promise<Demo | undefined> {
  const path = join(settings.root, "db", "seed", "demo.ts");
  if (!existsSync(path)) return undefined;
  const { seedDemo } = await import(pathToFileURL(path).href);
  console.log("Writing the demo shop's history …");
  return seedDemo({ ownerUrl: urls.owner, workerUrl: urls.worker, dataDir: settings.dataFolder });
}
