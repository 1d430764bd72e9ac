import { acrossTenantsResealIdentityKeys } from "#db/across-tenants-identity.ts";
import { acrossTenantsReseal } from "#db/across-tenants-jobs.ts";
import {
  acrossTenantsResealEndpoints,
  acrossTenantsResealReviewWebhooks,
  acrossTenantsResealWriters,
} from "#db/across-tenants-seals.ts";
import { env } from "#env";
import { inngest } from "./client.ts";

const pageSize = 200;

/** What is sealed, by the names of the steps that walk it. */
const kinds = {
  reseal: acrossTenantsReseal,
  "reseal-writers": acrossTenantsResealWriters,
  "reseal-review-webhooks": acrossTenantsResealReviewWebhooks,
  "reseal-webhook-endpoints": acrossTenantsResealEndpoints,
  "reseal-identity-keys": acrossTenantsResealIdentityKeys,
};

/** While the encryption key is replaced: each hour, what the key before it sealed is sealed anew. */
export const resealSecrets = inngest.createFunction(
  { id: "reseal-secrets", triggers: [{ cron: "23 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    let sealed = 0;
    if (!env().ENCRYPTION_KEY_PREVIOUS) return { sealed };
    for (const [name, resealPage] of Object.entries(kinds)) {
      let after: string | null = "";
      for (let page = 1; after !== null; page++) {
        const from: string = after;
        const done = await step.run(`${name}-${page}`, () => resealPage(from, pageSize));
        sealed += done.sealed;
        after = done.next;
      }
    }
    return { sealed };
  },
);
