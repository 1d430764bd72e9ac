import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSteps, slowSteps } from "./testing/steps.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = process.argv.includes("--check") ? checkSteps(root) : [...checkSteps(root), ...slowSteps(root)];

let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const startedAt = Date.now();
  const totals = await step.run();
  passed += totals.passed;
  failed += totals.failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  lines.push(
    `${totals.failed ? "failed" : "passed"}  ${step.name}: ${totals.passed} passed, ${totals.failed} failed (${seconds} s)`,
  );
}
console.log(`\n${lines.join("\n")}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
