import { z } from "zod";
import type { Clock } from "../time/clock.ts";
import { type Answer, type Ask, ok, refusal } from "./answer.ts";

const changeSchema = z.strictObject({
  set: z.iso.datetime({ offset: true }).optional(),
  advanceMinutes: z.number().min(0).max(5_300_000).optional(),
  speed: z.number().min(0.001).max(1_000_000).optional(),
});

export const clockBody = (clock: Clock) => ({ now: new Date(clock.now()).toISOString(), speed: clock.speed() });

export async function readClock({ session }: Ask): Promise<Answer> {
  return ok(clockBody(session.engine.clock));
}

/** `POST /clock`: sets, advances or speeds up the runner's clock; what becomes due by it is handed out at once. */
export async function moveClock({ options, session, body }: Ask): Promise<Answer> {
  if (!options.virtualClock) return refusal(403, "the clock of this runner cannot be moved");
  const parsed = changeSchema.safeParse(body);
  if (!parsed.success) return refusal(400, parsed.error.issues.map(({ message }) => message).join("; "));
  const { set, advanceMinutes, speed } = parsed.data;
  await session.moveClock({
    ...(set === undefined ? {} : { set: Date.parse(set) }),
    ...(advanceMinutes === undefined ? {} : { advanceMs: Math.round(advanceMinutes * 60_000) }),
    ...(speed === undefined ? {} : { speed }),
  });
  return ok(clockBody(session.engine.clock));
}
