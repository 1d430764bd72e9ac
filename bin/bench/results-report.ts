import type { Quantiles } from "./quantiles.ts";
import type { ResultsFigures } from "./results.ts";

const mostNamed = 5;

/** Of one size the newest figures stay; a size is its first digit and how many follow. */
export function bySize(kept: ResultsFigures[], taken: ResultsFigures[]): ResultsFigures[] {
  const sizes = new Map([...kept, ...taken].map((one) => [one.messages.toPrecision(1), one]));
  return [...sizes.values()].toSorted((one, other) => one.messages - other.messages);
}

/** A column for each size: the slowest of what pages ask are named, all stand in bench.json. */
export function resultsTable(results: ResultsFigures[]): string[] {
  const row = (what: string, told: (of: ResultsFigures) => string) => `| ${what} | ${results.map(told).join(" | ")} |`;
  return [
    row("a tenant of", ({ messages }) => `${messages.toLocaleString("en")} messages`),
    `| --- |${" ---: |".repeat(results.length)}`,
    row("orders / database", ({ orders, gigabytes }) => `${orders.toLocaleString("en")} / ${gigabytes} GB`),
    row("generated, messages per second", ({ messagesPerSecond }) => messagesPerSecond.toLocaleString("en")),
    row("their rollups made anew", ({ rebuildSeconds }) => `${rebuildSeconds} s`),
    row("the slowest of what pages ask, p50", ({ reads }) => {
      const all = Object.values(reads);
      return `${Math.max(...all.map(({ p50 }) => p50))} ms, of ${all.length}`;
    }),
    ...slowest(results).map((name) => row(`${name}: p50 / p95`, ({ reads }) => pair(reads[name], "ms"))),
    row("the first look at an experiment, which is kept", ({ lookSeconds }) =>
      lookSeconds === undefined ? "not taken" : `${lookSeconds} s`,
    ),
    row("from a click to its figure at 500 clicks per second, p50 / p95", ({ lagSeconds }) => pair(lagSeconds, "s")),
    row("storing a click, with the rollups' marks, p50 / p95", ({ clickMs }) => pair(clickMs.marked, "ms")),
    row("the same without", ({ clickMs }) => pair(clickMs.unmarked, "ms")),
    row(
      "clicks stored per second, counted meanwhile / neither marked nor counted",
      ({ clicksPerSecond: { marked, unmarked } }) =>
        `${marked.toLocaleString("en")} / ${unmarked.toLocaleString("en")}`,
    ),
    row("CPU of storing and counting a click: web / Postgres", ({ clickCpuMs: cpu }) =>
      cpu ? `${cpu.web} / ${cpu.postgres} ms` : "not taken",
    ),
  ];
}

/** By the largest of the tenants. */
function slowest(results: ResultsFigures[]): string[] {
  const reads = Object.entries(results.at(-1)?.reads ?? {});
  return reads
    .toSorted(([, one], [, other]) => other.p50 - one.p50)
    .slice(0, mostNamed)
    .map(([name]) => name);
}

const pair = (of: Quantiles | undefined, unit: string) => (of ? `${of.p50} / ${of.p95} ${unit}` : "not taken");
