import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Generated } from "../generate/write-tenant.ts";

const schema = z.object({
  tenantId: z.string(),
  messages: z.number(),
  orders: z.number(),
  seconds: z.number(),
  rebuildSeconds: z.number(),
  bytes: z.number(),
});

const beside = (dataFolder: string) => `${dataFolder}.made.json`;

/** What a kept tenant's making came to stands beside its folder. */
export function keepPrepared(dataFolder: string, made: Generated): void {
  writeFileSync(beside(dataFolder), `${JSON.stringify(made, null, 2)}\n`);
}

export function readPrepared(dataFolder: string): Generated {
  return schema.parse(JSON.parse(readFileSync(beside(dataFolder), "utf8")));
}
