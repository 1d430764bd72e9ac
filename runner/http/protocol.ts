import { z } from "zod";
import { nameOf } from "../engine/operations.ts";
import type { SyncOutcome } from "../engine/sync.ts";
import { canonical } from "../protocol/canonical.ts";
import { checkpointSchema } from "../protocol/wire.ts";
import { rowsOf, transaction } from "../store/connection.ts";
import { resumeStep } from "../store/jobs.ts";
import { deletePauses } from "../store/pauses.ts";
import { checkpointSteps, loadForCall } from "../store/runs.ts";
import { type Answer, type Ask, ok, refusal } from "./answer.ts";

/** `POST /v1/checkpoint/:runId/async`: steps done within a call that goes on. 409 makes a stale call stop at once. */
export async function checkpoint({ session, parts, body }: Ask): Promise<Answer> {
  const parsed = checkpointSchema.safeParse(body);
  const jobId = Number(parsed.data?.qi_id);
  if (!parsed.success || !Number.isSafeInteger(jobId)) return refusal(400, "malformed checkpoint");
  // Anything but a finished step comes back in the answer of the call, where every op is understood.
  if (parsed.data.steps.some(({ op }) => op !== "StepRun")) return refusal(400, "only finished steps are checkpointed");
  const steps = parsed.data.steps.map((op) => ({
    id: op.id,
    name: nameOf(op),
    op: op.op,
    failed: false,
    output: canonical({ data: op.data ?? null }),
  }));
  const job = { runId: parts[0] ?? "", id: jobId, generation: parsed.data.generation_id ?? -1 };
  const { pool, clock } = session.engine;
  const live = await checkpointSteps(pool, job, steps, clock.now());
  return live ? ok({ data: {} }) : refusal(409, "this call is stale");
}

/** `GET /v0/runs/:runId/actions`: memoized steps, for calls whose state is too large to send along. */
export async function listActions({ session, parts }: Ask): Promise<Answer> {
  const state = await loadForCall(session.engine.pool, parts[0] ?? "");
  if (state === null) return refusal(404, "no such run");
  return ok(`{${state.steps.map(([id, output]) => `${JSON.stringify(id)}:${output}`).join(",")}}`);
}

/** `GET /v0/runs/:runId/batch`: the events of a run. */
export async function listBatch({ session, parts }: Ask): Promise<Answer> {
  const state = await loadForCall(session.engine.pool, parts[0] ?? "");
  return state === null ? refusal(404, "no such run") : ok(state.events);
}

const signalSchema = z.object({ signal: z.string(), data: z.unknown() });

/** `POST /v1/signals`: 404 when nobody waits, which the SDK takes as fine. */
export async function sendSignal({ session, body }: Ask): Promise<Answer> {
  const parsed = signalSchema.safeParse(body);
  if (!parsed.success) return refusal(400, "malformed signal");
  const { engine } = session;
  return await transaction(engine.pool, async (db) => {
    const [pause] = await rowsOf<{ id: number; run_id: string; step_id: string }>(
      db,
      `select id, run_id, step_id from runner.pauses where event_name = $1 and kind = 'signal' and expires_at >= $2
       order by id limit 1 for update`,
      [`signal:${parsed.data.signal}`, engine.clock.now()],
    );
    if (pause === undefined) return refusal(404, "nobody waits for this signal");
    await deletePauses(db, [pause.id]);
    const payload = canonical({ data: { signal: parsed.data.signal, data: parsed.data.data ?? null } });
    await resumeStep(db, { runId: pause.run_id, stepId: pause.step_id }, payload, engine.clock.now());
    return ok({ data: { run_id: pause.run_id } });
  });
}

function outcomeAnswer(outcome: SyncOutcome): Answer {
  if (outcome.kind === "refused")
    return { status: 422, body: { ...outcome, error: outcome.refusals.join("\n"), status: 422 } };
  if (outcome.kind === "unreachable") return { status: 502, body: { ...outcome, error: outcome.cause, status: 502 } };
  return ok({ ok: true, modified: outcome.kind === "registered", skipped: outcome.kind === "unchanged", ...outcome });
}

/** `POST /sync`: fetches the app's functions now. 422 names what the runner refuses. */
export async function syncNow({ session }: Ask): Promise<Answer> {
  return outcomeAnswer(await session.sync());
}

const registerSchema = z.object({ appName: z.string(), functions: z.array(z.unknown()) });

/** `POST /fn/register`: what the app sends when somebody calls its serve URL with a plain PUT. */
export async function registerApp({ session, body }: Ask): Promise<Answer> {
  const parsed = registerSchema.safeParse(body);
  if (!parsed.success) return refusal(400, "malformed registration");
  return outcomeAnswer(await session.accept({ app_id: parsed.data.appName, functions: parsed.data.functions }));
}
