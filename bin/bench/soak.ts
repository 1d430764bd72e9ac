import type { DemoAccess } from "../testing/app.ts";
import { type Sample, untilApplied, watch } from "./backlog.ts";
import { benchShop } from "./ingest.ts";
import { shopLoad } from "./shop-load.ts";

type Held = { start: number; middle: number; end: number; driftPerMinute: number };
export type SoakFigures = {
  minutes: number;
  perSecond: number;
  refused: number;
  p99Ms: number;
  /** Megabytes held in the second, the middle and the last minute, and the slope of a line through all but the first. */
  megabytes: { web: Held; runner: Held; postgres: Held } | null;
};

const minutes = 10;
const perSecond = 300;
const shoppers = 5_000;

/** A steady stream for ten minutes: what the processes hold may not grow with what has passed through them. */
export async function benchSoak(root: string, dataFolder: string, demo: DemoAccess): Promise<SoakFigures> {
  const shop = benchShop(demo);
  const watching = watch(dataFolder, 5_000);
  const target = { url: shop.webhookUrl, secret: shop.secret };
  const extent = { seconds: minutes * 60, perSecond, shoppers, mostSeconds: minutes * 60 + 30 };
  const { refused, p99Ms, requests } = await shopLoad(root, target, extent);
  watching.stop();
  await untilApplied(shop.id, 120);
  const of = (name: "web" | "runner" | "postgres") => heldOf(watching.samples, name);
  const megabytes =
    watching.samples.length > 0 ? { web: of("web"), runner: of("runner"), postgres: of("postgres") } : null;
  return { minutes, perSecond: Math.round(requests / (minutes * 60)), refused, p99Ms, megabytes };
}

function heldOf(samples: Sample[], name: "web" | "runner" | "postgres"): Held {
  const points = samples.map(({ seconds, use }) => ({ minute: seconds / 60, held: use[name].megabytes }));
  const during = (from: number) => median(points.filter(({ minute }) => minute >= from && minute < from + 1));
  const settled = points.filter(({ minute }) => minute >= 1);
  return {
    start: during(1),
    middle: during(minutes / 2),
    end: during(minutes - 1),
    driftPerMinute: Math.round(slope(settled) * 10) / 10,
  };
}

type Point = { minute: number; held: number };

function median(points: Point[]): number {
  return points.map(({ held }) => held).sort((one, other) => one - other)[Math.floor(points.length / 2)] ?? 0;
}

/** By least squares. */
function slope(points: Point[]): number {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [minute, held] = [mean((point) => point.minute), mean((point) => point.held)];
  const spread = points.reduce((sum, point) => sum + (point.minute - minute) ** 2, 0);
  return points.reduce((sum, point) => sum + (point.minute - minute) * (point.held - held), 0) / spread;
}
