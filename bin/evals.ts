import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { heldOutCases } from "./evals/cases.ts";
import { judge } from "./evals/judge.ts";
import { playModels, playProvider } from "./evals/models.ts";
import { type EvalReport, fallsShort, store, summary } from "./evals/report.ts";
import { scriptedGrid } from "./evals/scripted-grid.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const report: EvalReport = {
  judged: heldOutCases().map(judge),
  scripted: scriptedGrid(),
  models: await playModels(),
  provider: await playProvider(),
};
console.log(summary(report));
store(root, report);
const short = fallsShort(report);
for (const reason of short) console.error(reason);
process.exitCode = short.length > 0 ? 1 : 0;
