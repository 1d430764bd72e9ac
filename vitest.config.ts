import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/.next/**", "**/.data*/**", "e2e/**"];

// Rule: a test that needs Postgres is named *.db.test.ts.
export default defineConfig({
  test: {
    // Two even on small machines: most files wait for Postgres or for a runner, not for a core.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...outside, "**/*.db.test.ts"],
          setupFiles: ["bin/testing/environment.ts"],
          // Generous, because a machine that is busy makes nothing wrong.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["**/*.db.test.ts"],
          exclude: outside,
          setupFiles: ["bin/testing/environment.ts"],
          globalSetup: ["bin/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
