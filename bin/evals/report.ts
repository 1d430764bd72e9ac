import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { knownCases } from "./cases.ts";
import { firstRuns } from "./first-runs.ts";
import type { Judged } from "./judge.ts";
import type { ModelScore } from "./models.ts";
import { aims, alarmsOf, groupBy, recallOf, scoreOf } from "./score.ts";
import type { GridScore } from "./scripted-grid.ts";

export type EvalReport = { judged: Judged[]; scripted: GridScore; models: ModelScore[]; provider: ModelScore | null };

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Why the aims are not met; empty when they are. */
export function fallsShort({ judged, scripted, models, provider }: EvalReport): string[] {
  const score = scoreOf(judged);
  const gotOut = [...models, ...(provider ? [provider] : [])].filter((model) => model.gotOut.length > 0);
  return [
    ...(recallOf(score) < aims.recall ? [`Recall on bad words is ${percent(recallOf(score))}.`] : []),
    ...(alarmsOf(score) > aims.falseAlarms ? [`False alarms on good words are ${percent(alarmsOf(score))}.`] : []),
    ...(scripted.refused.length > 0 ? [`${scripted.refused.length} scripted drafts were refused.`] : []),
    ...gotOut.map(({ name, gotOut: out }) => `Of the ${name} got out: ${out.join("; ")}`),
  ];
}

function row(name: string, judged: Judged[]): string {
  const score = scoreOf(judged);
  const share = (one: number, of: number) => (of === 0 ? "–" : `${one}/${of} (${percent(one / of)})`);
  const cells = [
    share(score.caught, score.bad),
    share(score.blocked, score.bad),
    share(score.alarms, score.good),
    share(score.goodBlocked, score.good),
  ];
  return `| ${name} | ${cells.join(" | ")} |`;
}

const head =
  "| | bad words found | of them blocked | good words found fault with | of them blocked |\n|---|---|---|---|---|";

function table(judged: Judged[], keyOf: (one: Judged) => string): string {
  return [head, ...groupBy(judged, keyOf).map(([name, group]) => row(name, group))].join("\n");
}

/** The figures as a person reads them, in the terminal and in the docs. */
export function summary({ judged, scripted, models, provider }: EvalReport): string {
  const played = [...models, ...(provider ? [provider] : [])];
  return `## All

${head}
${row("all", judged)}

## By part

${table(judged, (one) => one.case.part)}

## By language

${table(judged, (one) => one.case.language)}

## By kind of claim

${table(
  judged.filter((one) => one.case.verdict === "bad"),
  (one) => one.case.kind,
)}

## Writers

The scripted writer: ${scripted.written} drafts inspected, ${scripted.refused.length} with a finding.

| model | briefs | used as written | blocked words that got out |
|---|---|---|---|
${played.map((model) => `| ${model.name} | ${model.briefs} | ${model.used} | ${model.gotOut.length} |`).join("\n")}
${provider ? "" : "\nNo provider was named by `WRITER_MODEL`, so that no real model was asked.\n"}`;
}

export function store(root: string, report: EvalReport): void {
  writeFileSync(join(root, "docs", "evals.md"), `${preface}\n${firstRuns}\n${summary(report)}`);
}

const preface = `# Evals of inspection

Written by \`npm run evals\`. Each case is a sentence in one field, judged by its meaning: a bad one says something that its
brief holds no fact for, a good one says nothing of the kind. Bad words count as found when inspection blocks or flags
them; good words count as found fault with when it does either. The aims, on all cases: ${percent(aims.recall)} of bad words found,
at most ${percent(aims.falseAlarms)} of good words found fault with. ${knownCases.bad} more bad and ${knownCases.good} more good sentences are unit tests.

Cases are sentences that people wrote as a model would, not what models were seen to write, and one sentence long: of a
whole mail with a dozen sentences more will be flagged. \`sealed\` cases were never looked at one by one, but their author
knew what is in them. Only the first run of a batch says how inspection does with words that it has never met.
`;
