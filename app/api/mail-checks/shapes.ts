import { z } from "zod";
import { exampleSchema } from "../templates/choose-example.ts";

/** Ten times what Gmail shows; nothing that is meant to be read is longer. */
const mostHtml = 1_000_000;

const givenMail = z.strictObject({
  html: z.string().min(1).max(mostHtml),
  text: z.string().max(200_000).default(""),
  subject: z.string().max(1_000).default(""),
  preheader: z.string().max(1_000).default(""),
});

export const askedMail = z.union([givenMail, exampleSchema.strict()]);

export const askedLinks = z.strictObject({ links: z.array(z.url({ protocol: /^https?$/ }).max(2_000)).max(40) });
