import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./bin/testing/longest-first.ts";

const outside = ["**/node_modules/**", "**/.next/**", "**/.data*/**", "e2e/**"];
const processors = availableParallelism();

const shared = {
  setupFiles: ["bin/testing/environment.ts"],
  // React as shoppers and members get it: its development build doubles what rendering mails takes.
  env: { NODE_ENV: "production" as const },
  // Generous, because a machine that is busy makes nothing wrong.
  testTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};
const oxc = { jsx: { development: false } };

// Rules: a test that needs Postgres is named *.db.test.ts, one that changes its process *.alone.test.ts.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        oxc,
        test: {
          ...shared,
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...outside, "**/*.db.test.ts", "**/*.alone.test.ts"],
          maxWorkers: Math.max(2, processors - 1),
          // A third of the time went to importing the same modules for each file; no-trace.ts keeps the files apart.
          isolate: false,
          setupFiles: [...shared.setupFiles, "bin/testing/no-trace.ts"],
        },
      },
      {
        oxc,
        test: {
          ...shared,
          name: "alone",
          include: ["**/*.alone.test.ts"],
          exclude: outside,
          maxWorkers: Math.max(2, processors - 1),
        },
      },
      {
        oxc,
        test: {
          ...shared,
          name: "integration",
          include: ["**/*.db.test.ts"],
          exclude: outside,
          globalSetup: ["bin/testing/global-setup.ts"],
          // Several share a core, and some then wait for others' reckoning.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Four even on small machines: most files wait for Postgres or for a runner, not for a core.
          maxWorkers: Math.max(4, processors - 1),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
