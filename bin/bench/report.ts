import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunnerBench } from "#runner/bench.ts";
import type { BurstFigures } from "./burst.ts";
import type { DryRunFigures } from "./dry-run.ts";
import type { IngestFigures } from "./ingest.ts";
import type { Machine } from "./machine.ts";
import type { MailFigures } from "./mails.ts";
import type { ResultsFigures } from "./results.ts";
import { bySize, resultsTable } from "./results-report.ts";
import type { SendFigures } from "./send.ts";
import type { Load } from "./shop-load.ts";
import type { SoakFigures } from "./soak.ts";

export type StartFigures = { coldSeconds: number; coldFirstPageSeconds: number; warmSeconds: number };

export type Figures = {
  machine: Machine;
  start: StartFigures;
  ingest: IngestFigures;
  send: SendFigures;
  mails: MailFigures;
  runner: RunnerBench;
  burst?: BurstFigures;
  soak?: SoakFigures;
  dryRun?: DryRunFigures;
  /** One for each size, the smallest first. */
  results?: ResultsFigures[];
};

const [from, to] = ["<!-- figures: written by npm run bench -->", "<!-- end of figures -->"];

/** Keeps the figures for machines in docs/bench.json and for people between the marks of docs/bench.md. */
export function store(root: string, taken: Partial<Figures>): string {
  const kept = join(root, "docs", "bench.json");
  const before: Figures = JSON.parse(readFileSync(kept, "utf8"));
  const figures: Figures = { ...before, ...taken };
  if (taken.results) figures.results = bySize(before.results ?? [], taken.results);
  writeFileSync(kept, `${JSON.stringify(figures, null, 2)}\n`);
  const file = join(root, "docs", "bench.md");
  const page = readFileSync(file, "utf8");
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error("docs/bench.md has lost its marks");
  const text = tables(figures);
  writeFileSync(file, `${page.slice(0, start)}${from}\n${text}\n${page.slice(end)}`);
  return text;
}

function tables({ machine, start, ingest, send, mails, runner, burst, soak, dryRun, results }: Figures): string {
  const { cores, processor, memoryGb, system, node, postgres, next, takenAt } = machine;
  return [
    `Taken on ${takenAt.slice(0, 10)}: ${cores} cores (${processor}), ${memoryGb} GB, ${system}, Node ${node}, Postgres ${postgres}, Next ${next}.`,
    "",
    "| webhooks, durable when answered, 20 connections | per second | of the limit | p50 | p99 |",
    "| --- | ---: | ---: | ---: | ---: |",
    loadRow("the app's door, as `npm start` runs it, applying meanwhile", ingest.app, ingest.batched),
    loadRow("the same handler on Node's own server", ingest.handler, ingest.batched),
    loadRow("the limit: rows of many requests in one statement", ingest.batched, ingest.batched),
    "",
    "| what | figure |",
    "| --- | ---: |",
    ...webhookRows(ingest),
    ...(burst ? burstRows(burst) : []),
    ...(soak ? soakRows(soak) : []),
    ...(dryRun ? dryRunRows(dryRun) : []),
    row("messages per second, queue to a local Resend, one process", send.messagesPerSecond),
    row("CPU per message", `${send.cpuMsPerMessage} ms`),
    row("mails rendered per second of one core, compiled once and filled", mails.filledPerSecond.toLocaleString("en")),
    row("the same mails rendered by React one by one", mails.reactPerSecond.toLocaleString("en")),
    ...savedMailRows(mails),
    row("runs of five steps per second", Math.round(runner.runsPerSecond)),
    row("CPU per run, runner and app", milliseconds(runner.cpuMsPerRun)),
    row("event to first step, p50 / p95", pair(runner.firstStepMs)),
    row(
      `the same beside ${runner.sleepingRuns.toLocaleString("en")} sleeping runs`,
      pair(runner.firstStepMsWhileSleeping),
    ),
    row("first start with demo history, build present", `${start.coldSeconds.toFixed(1)} s`),
    row("its first page", `${start.coldFirstPageSeconds.toFixed(1)} s`),
    row("second start", `${start.warmSeconds.toFixed(1)} s`),
    ...(results && results.length > 0 ? ["", ...resultsTable(results)] : []),
  ].join("\n");
}

/** Kept figures of before this was measured have none. */
function savedMailRows({ savedFilledPerSecond, savedReactPerSecond }: Partial<MailFigures>): string[] {
  if (!savedFilledPerSecond || !savedReactPerSecond) return [];
  return [
    row(savedMails, savedFilledPerSecond.toLocaleString("en")),
    row("the same rendered by React one by one", savedReactPerSecond.toLocaleString("en")),
  ];
}

function webhookRows({ appliedPerSecond, cpuMicroseconds: cpu }: IngestFigures): string[] {
  const rows = [row("webhooks from the door to their carts, per second", appliedPerSecond)];
  if (cpu)
    rows.push(
      row("CPU per webhook at the door: web / Postgres / runner", `${cpu.web} / ${cpu.postgres} / ${cpu.runner} µs`),
    );
  return rows;
}

function burstRows({ webhooks, refused, takenSeconds, appliedSeconds, mostMegabytes }: BurstFigures): string[] {
  const count = webhooks.toLocaleString("en");
  const rows = [
    row(`a burst of ${count}: taken / all applied after`, `${takenSeconds} / ${appliedSeconds} s`),
    row("of these told to come again", refused),
  ];
  if (mostMegabytes)
    rows.push(row("most memory meanwhile, web / runner", `${mostMegabytes.web} / ${mostMegabytes.runner} MB`));
  return rows;
}

function soakRows({ minutes, perSecond, p99Ms, megabytes }: SoakFigures): string[] {
  const stream = `${minutes} minutes at ${perSecond} webhooks per second`;
  if (!megabytes) return [row(`${stream}: p99`, `${p99Ms} ms`)];
  const held = ({ start, middle, end, driftPerMinute }: typeof megabytes.web) =>
    `${start} / ${middle} / ${end} MB, ${driftPerMinute} MB a minute`;
  return [
    row(`${stream}: p99`, `${p99Ms} ms`),
    row("memory of the web app at start / middle / end, drift", held(megabytes.web)),
    row("memory of the runner", held(megabytes.runner)),
  ];
}

// Figures that were kept before these mails were measured hold none.
const savedMails = "templates that members made, compiled once and filled";

function dryRunRows({ carts, messages, seconds, cpuSeconds }: DryRunFigures): string[] {
  const what = `a dry run of ${carts.toLocaleString("en")} carts, ${messages.toLocaleString("en")} messages`;
  return [row(`${what}: all / CPU of the job`, `${seconds} / ${cpuSeconds} s`)];
}

const row = (what: string, figure: string | number) => `| ${what} | ${figure} |`;
const milliseconds = (value: number | null) => (value === null ? "not told" : `${value.toFixed(1)} ms`);
const pair = ({ p50, p95 }: { p50: number; p95: number }) => `${p50.toFixed(0)} / ${p95.toFixed(0)} ms`;
const loadRow = (what: string, { requestsPerSecond, p50Ms, p99Ms }: Load, limit: Load) => {
  const share = Math.round((100 * requestsPerSecond) / limit.requestsPerSecond);
  return `| ${what} | ${requestsPerSecond} | ${share}% | ${p50Ms} ms | ${p99Ms} ms |`;
};
