import { z } from "zod";
import { mailboxAddress } from "#domain/mailbox.ts";
import { id, instant } from "../shapes.ts";

export const mailbox = z
  .strictObject({
    ...{ id, address: z.string(), name: z.string(), signature: z.string() },
    shopId: id
      .nullable()
      .meta({ description: "Whose mails are answered there; null for shops that have none of their own" }),
    proposesAnswers: z.boolean().meta({ description: "Whether the writer proposes answers to what comes in" }),
    keepsFiles: z.boolean().meta({ description: "Whether files that come along are kept" }),
    createdAt: instant,
  })
  .meta({ id: "Mailbox", description: "An address at which a shop is written to" });

export const address = z
  .string()
  .max(320)
  .transform((text, context) => {
    const known = mailboxAddress(text);
    if (known) return known;
    context.addIssue({
      code: "custom",
      message: "Give a plain address of up to 30 characters before the @, without a +",
    });
    return z.NEVER;
  });
export const mailboxName = z.string().trim().min(1, "Give a name").max(80);
export const signature = z.string().trim().max(2_000);
