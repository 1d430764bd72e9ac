import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A clean clone knows no durations, and by size alone the longest begin last: no worker may end with one of them. */
export const LONGEST = [
  "app/api/v1/contract.db.test.ts",
  "inngest/experiment-truth.db.test.ts",
  "inngest/ready-made.db.test.ts",
  "inngest/smtp.db.test.ts",
  "inngest/writers.db.test.ts",
  "db/two-tenants.db.test.ts",
  "inngest/path.db.test.ts",
  "inngest/walk-graph.db.test.ts",
  "app/api/mcp/untrusted.db.test.ts",
  "app/api/mcp/tools.db.test.ts",
  "app/api/webhooks/full.db.test.ts",
  "inngest/oversight-rows.db.test.ts",
  "db/stream.db.test.ts",
  "db/rollups.db.test.ts",
  "db/result-sums.db.test.ts",
  "inngest/bought.db.test.ts",
  "inngest/replies.db.test.ts",
  "app/api/v1/letters/letters.db.test.ts",
  "app/api/mcp/over-http.db.test.ts",
  "db/parallel.db.test.ts",
  "bin/generate/generate.db.test.ts",
  "bin/laws/import-laws.test.ts",
  "integrations/scripted/scripted-writer.test.ts",
  "integrations/scripted/phrases.test.ts",
  "emails/design.test.ts",
  "bin/laws/lint.test.ts",
  "domain/oversight/explorer/explorer.test.ts",
  "domain/statistics/simulation.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const places = new Map(LONGEST.map((file, place) => [join(root, file), place]));
    const placeOf = ({ moduleId }: TestSpecification) => places.get(moduleId) ?? LONGEST.length;
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
