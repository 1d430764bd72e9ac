import { POST as act } from "#app/api/experiments/[id]/acts/route.ts";
import { POST as setUp } from "#app/api/experiments/route.ts";
import type { Caller } from "#auth/testing/caller.ts";
import { workerSql } from "#db/connections.ts";
import type { Sample } from "./sample.ts";

/** Requests of the operations on experiments. Each is asked of an experiment that was just started. */
export const experimentSamples: Record<string, (tenantId: string, caller: Caller) => Promise<Sample> | Sample> = {
  list_experiments: () => ({ query: { limit: "3" } }),
  get_experiment: async (tenantId, caller) => ({ params: { id: await running(tenantId, caller) } }),
  conclude_experiment: async (tenantId, caller) => ({
    params: { id: await running(tenantId, caller) },
    body: { reason: "Enough is known" },
  }),
};

async function running(tenantId: string, caller: Caller): Promise<string> {
  const [sequence] = await workerSql()<{ id: string }[]>`
    select id from sequences where tenant_id = ${tenantId} order by id limit 1`;
  const arms = [
    { name: "as it is", kind: "variant", share: 90, change: null },
    { name: "holdout", kind: "holdout", share: 10, change: null },
  ];
  const { json } = await caller.call(setUp, { body: { sequenceId: sequence?.id, name: "Holdout", arms } });
  const { id } = json as { id: string };
  await caller.call(act, { params: { id }, body: { kind: "started" } });
  return id;
}
