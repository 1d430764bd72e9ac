import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { env } from "#env";
import { loadPicture } from "#integrations/load-picture.ts";

const body = z.object({
  url: z.url({ protocol: /^https$/, error: "A picture's address begins with https://" }).max(1_000),
});

/** Whether a picture can be had at a public address, and how large it is. */
export const POST = tenantRoute({ role: "marketer", body }, ({ body }) =>
  loadPicture(body.url, { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES }),
);
