import { z } from "zod";
import type { TemplateRef } from "#domain/sequence.ts";
import { templateRefOf } from "#domain/template-ref.ts";

export const templateNameSchema = z.string().trim().min(1, "Give it a name").max(80);

/** A built-in template's name, or a saved one's id. */
export const refSchema = z
  .string()
  .max(60)
  .transform((text, context): TemplateRef => {
    const known = templateRefOf(text);
    if (known) return known;
    context.addIssue({ code: "custom", message: "There is no such template" });
    return z.NEVER;
  });
