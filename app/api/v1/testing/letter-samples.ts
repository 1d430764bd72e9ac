import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

const plain = { to: "ada@example.com", subject: "Your basket", text_body: "Hello Ada, it is still here." };
const later = { ...plain, send_at: new Date(Date.now() + 30 * 86_400_000).toISOString() };
/** No incentive stands for it, so a person must look. */
const doubtful = { ...plain, text_body: "You get 93 % off." };

/** Makes a letter and gives its id. */
export async function letterBy(caller: Caller, body: object): Promise<string> {
  const made = await caller.call(answerApi, { path: "/v1/send", body });
  return z.object({ id: z.string() }).parse(made.json).id;
}

const made =
  (body: object, asked: object = {}): Sampling =>
  async (_, caller) => ({ params: { id: await letterBy(caller, body) }, ...asked });

/** A request of each operation on letters. */
export const letterSamples: Record<string, Sampling> = {
  send_email: () => ({ body: plain }),
  schedule_email: () => ({ body: later }),
  list_letters: () => ({ query: { limit: "3" } }),
  get_letter: made(plain),
  edit_scheduled_email: made(later, { body: { subject: "Your basket waits" } }),
  cancel_message: made(later),
  tag_email: made(plain, { body: { add: ["answered"] } }),
  list_pending_letters: () => ({ query: { limit: "3" } }),
  decide_email: made(doubtful, { body: { decision: "reject", reason: "No such offer" } }),
};
