import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

let made = 0;
const fresh = () => ({ address: `hello-${++made}@boxes.example`, name: "Nordhem" });

async function mailboxBy(caller: Caller): Promise<string> {
  const answer = await caller.call(answerApi, { path: "/v1/mailboxes", body: fresh() });
  return z.object({ id: z.string() }).parse(answer.json).id;
}

const ofMailbox =
  (asked: object = {}): Sampling =>
  async (_, caller) => ({ params: { id: await mailboxBy(caller) }, ...asked });

export const mailboxSamples: Record<string, Sampling> = {
  list_mailboxes: () => ({}),
  create_mailbox: () => ({ body: fresh() }),
  update_mailbox: ofMailbox({ body: { signature: "Ida from Nordhem" } }),
  configure_mailbox: ofMailbox({ body: { proposesAnswers: false } }),
  delete_mailbox: ofMailbox(),
  list_domains: () => ({}),
  check_domain: async (_, caller) => {
    // A domain of its own: several tenants may have mailboxes at one.
    const domain = `checked-${++made}.example`;
    await caller.call(answerApi, { path: "/v1/mailboxes", body: { address: `hello@${domain}`, name: "Nordhem" } });
    return { params: { domain }, body: { selectors: ["one"] } };
  },
};
