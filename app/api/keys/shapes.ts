import { z } from "zod";
import { isNetwork } from "#auth/allowed-networks.ts";
import { keyModes, keyScopes } from "#domain/member.ts";

/** A key as it is asked for, in the browser and by programs alike. */
export const newKey = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(80),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1, "Choose at least one scope")
    .max(keyScopes.length)
    .meta({ description: "One key cannot both send and oversee what is sent" }),
  mode: z.enum(keyModes).optional().meta({ description: "What a test key sends stays in the outbox" }),
  expiresAt: z.iso.datetime().nullable().optional(),
  allowedNetworks: z
    .array(z.string().refine(isNetwork, "This is no address and no network like 203.0.113.0/24"))
    .max(50)
    .optional(),
  perMinute: z.int().min(1).max(60_000).optional(),
});
