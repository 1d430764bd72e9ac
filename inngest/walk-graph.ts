import { currentTime } from "#db/clock.ts";
import { awaitFreeing } from "./await-freeing.ts";
import { callWebhook } from "./call-webhook.ts";
import type { StepTools } from "./client.ts";
import { leaveStep } from "./leave-step.ts";
import { type Turn, takeTurn } from "./take-turn.ts";
import { tellMember } from "./tell-member.ts";

type At = { tenantId: string; enrollmentId: string };
type Send = (message: { stepId: string; position: number }) => Promise<boolean>;
type Tries = Map<string, { asked: number; failed: number }>;

/**
 * Walks one enrollment through its version's graph: a turn, what it asks for, the next turn. Where it stands is a row, so a
 * run that begins anew goes on from there. `send` answers false where the enrollment was stopped instead.
 */
export async function walkGraph(step: StepTools, at: At, send: Send): Promise<{ ended: string }> {
  const tries: Tries = new Map();
  for (let taken = 1; ; taken++) {
    const turn = await step.run(`turn-${taken}`, async () =>
      takeTurn(at.tenantId, at.enrollmentId, await currentTime()),
    );
    switch (turn.kind) {
      case "over":
        return { ended: turn.reason };
      case "go":
        break;
      case "sleep":
        await step.sleepUntil(`sleep-${turn.stepId}-${taken}`, turn.until);
        break;
      case "hold":
        await awaitFreeing(step, `hold-${turn.stepId}-${taken}`, at.enrollmentId, turn.until);
        break;
      case "send": {
        if (!(await send(turn))) return { ended: "stopped" };
        const { stepId } = turn;
        await step.run(`leave-${stepId}`, async () =>
          leaveStep({ ...at, stepId }, { kind: "written", outcome: null }, await currentTime()),
        );
        break;
      }
      case "notify":
        await notify(step, at, turn, tries);
        break;
      case "call_webhook":
        await call(step, at, turn, tries);
    }
  }
}

type Notify = Extract<Turn, { kind: "notify" }>;
type Call = Extract<Turn, { kind: "call_webhook" }>;

/** What was held by a pause is asked for again by a later turn, under a name of its own. */
async function notify(step: StepTools, at: At, turn: Notify, tries: Tries): Promise<void> {
  const { asked } = askOnce(tries, turn.stepId);
  const id = asked === 1 ? `notify-${turn.stepId}` : `notify-${turn.stepId}-${asked}`;
  await step.run(id, async () => tellMember(at, turn, await currentTime()));
}

/** A call that nobody heard is made again by a later turn, which asks first whether the walk still goes on. */
async function call(step: StepTools, at: At, { stepId, url }: Call, tries: Tries): Promise<void> {
  const { asked, failed } = askOnce(tries, stepId);
  const heard = await step.run(`call-${stepId}-${asked}`, async () =>
    callWebhook(at, { stepId, url, asked: failed + 1 }, await currentTime()),
  );
  if (heard !== false) return;
  tries.set(stepId, { asked, failed: failed + 1 });
  await step.sleep(`call-again-${stepId}-${asked}`, "10m");
}

function askOnce(tries: Tries, stepId: string): { asked: number; failed: number } {
  const { asked, failed } = tries.get(stepId) ?? { asked: 0, failed: 0 };
  const next = { asked: asked + 1, failed };
  tries.set(stepId, next);
  return next;
}
