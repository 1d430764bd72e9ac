import { currentTime } from "#db/clock.ts";
import type { StepTools } from "./client.ts";
import { enrollmentFreed } from "./events.ts";

/** Waits until somebody lets an enrollment go on, or until it is time to ask again; `until` is ISO text. */
export async function awaitFreeing(step: StepTools, id: string, enrollmentId: string, until: string): Promise<void> {
  await step.waitForEvent(id, {
    event: enrollmentFreed,
    timeout: await leftUntil(until),
    if: `async.data.enrollmentId == '${enrollmentId}'`,
  });
}

/** What is left of a wait, in milliseconds; a second at least. */
export async function leftUntil(until: string): Promise<number> {
  return Math.max(1_000, Date.parse(until) - (await currentTime()).getTime());
}
