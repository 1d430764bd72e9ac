import { z } from "zod";
import { featureKinds, mailPrograms } from "#domain/mail-checks/support.ts";
import table from "./caniemail/features.json" with { type: "json" };

const support = z.object({ level: z.enum(["none", "part"]), notes: z.array(z.string()) });
const shape = z.object({
  updatedAt: z.iso.date(),
  features: z.array(
    z.object({
      title: z.string(),
      url: z.url(),
      kind: z.enum(featureKinds),
      names: z.array(z.string()),
      support: z.partialRecord(z.enum(mailPrograms), support),
    }),
  ),
});

/**
 * Which mail programs follow what, as caniemail.com tested it (MIT licence, copyright Rémi Parmentier and contributors;
 * cut down by bin/caniemail.mjs). Large: for the server only.
 */
export const clientSupport = shape.parse(table);
