import { z } from "zod";
import { faultFacts, log } from "#auth/log.ts";
import { publicRoute } from "#auth/public-route.ts";
import { sendSignInLink } from "./send-link.ts";

/** Always 204, and at once: neither the answer nor its time tells whether an address belongs to a member. */
export const POST = publicRoute({ body: z.strictObject({ email: z.string().max(254) }) }, async ({ body, now }) => {
  sendSignInLink(body.email, now).catch((error: unknown) => log().warn({ fault: faultFacts(error) }, "no link sent"));
});
