import { currentTime } from "#db/clock.ts";
import { callWebhook } from "./call-webhook.ts";
import type { StepTools } from "./client.ts";
import { leaveStep } from "./leave-step.ts";
import { takeTurn } from "./take-turn.ts";
import { tellMember } from "./tell-member.ts";

type At = { tenantId: string; enrollmentId: string };
type Send = (message: { stepId: string; position: number }) => Promise<boolean>;

/**
 * Walks one enrollment through its version's graph: a turn, what it asks for, the next turn. Where it stands is a row, so a
 * run that begins anew goes on from there. `send` answers false where the enrollment was stopped instead.
 */
export async function walkGraph(step: StepTools, at: At, send: Send): Promise<{ ended: string }> {
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
      case "send": {
        if (!(await send(turn))) return { ended: "stopped" };
        const { stepId } = turn;
        await step.run(`leave-${stepId}`, async () =>
          leaveStep({ ...at, stepId }, { kind: "written", outcome: null }, await currentTime()),
        );
        break;
      }
      case "notify":
        await step.run(`notify-${turn.stepId}`, async () => tellMember(at, turn, await currentTime()));
        break;
      case "call_webhook":
        await callUntilHeard(step, at, turn);
    }
  }
}

async function callUntilHeard(step: StepTools, at: At, { stepId, url }: { stepId: string; url: string }) {
  for (let asked = 1; ; asked++) {
    const done = await step.run(`call-${stepId}-${asked}`, async () =>
      callWebhook(at, { stepId, url, asked }, await currentTime()),
    );
    if (done) return;
    await step.sleep(`call-again-${stepId}-${asked}`, "10m");
  }
}
