import { z } from "zod";
import { publicRoute } from "#auth/public-route.ts";
import { createFirstOwner } from "#db/first-owner.ts";
import { passwordShape } from "../profile/shapes.ts";
import { tenantShape } from "../tenant/shapes.ts";

const body = z.strictObject({
  tenant: z.strictObject(tenantShape),
  owner: z.strictObject({
    name: z.string().trim().min(1, "Give a name").max(80),
    email: z.string().max(254),
    password: passwordShape,
  }),
});

/** Open until the installation has an owner; from then on a conflict. */
export const POST = publicRoute({ body }, async ({ body: given, now }) => {
  await createFirstOwner({ ...given, now });
});
