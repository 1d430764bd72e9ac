import { z } from "zod";
import { acrossTenantsIsSole } from "#db/across-tenants-doors.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { type RunDetail, type RunnerAnswer, type RunnerClient, runnerClient } from "#integrations/runner-client.ts";

/** The embedded runner's own HTTP; null where another Inngest runs the functions. */
export function configuredRunner(): RunnerClient | null {
  const { INNGEST_BASE_URL: baseUrl, INNGEST_SIGNING_KEY: signingKey } = env();
  return baseUrl ? runnerClient({ baseUrl, signingKey: signingKey ?? null }) : null;
}

const runEvents = z.array(z.object({ data: z.object({ tenantId: z.string() }) })).min(1);

/** Whose run it is: every event in it names the tenant. Timed runs work for everybody and belong to nobody. */
export function belongsTo(tenantId: string, run: RunDetail): boolean {
  const events = runEvents.safeParse(run.events);
  return events.success && events.data.every((event) => event.data.tenantId === tenantId);
}

/** A run that this tenant may see: its own, or any where it is the only tenant. */
export async function ownRun(runner: RunnerClient, tenantId: string, id: string): Promise<RunDetail> {
  const answer = await runner.getRun(id);
  const run = answer.kind === "ok" ? answer.value : null;
  if (answer.kind === "unreachable") throw new AppError("conflict", "The runner does not answer");
  if (!run || !(belongsTo(tenantId, run) || (await acrossTenantsIsSole(tenantId))))
    throw new AppError("not_found", "There is no such run");
  return run;
}

/** Throws what the runner refused as a request error. */
export function refuseUnlessOk(answer: RunnerAnswer<unknown>): void {
  if (answer.kind === "refused") throw new AppError(answer.status === 404 ? "not_found" : "conflict", answer.message);
  if (answer.kind === "unreachable") throw new AppError("conflict", "The runner does not answer");
}

export function requireRunner(): RunnerClient {
  const runner = configuredRunner();
  if (!runner) throw new AppError("not_found", "Another Inngest runs the functions; it shows its runs itself");
  return runner;
}
