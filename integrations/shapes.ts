import { z } from "zod";
import { normalizeAddress } from "#domain/contact.ts";
import type { RejectedReason } from "#domain/shop-event.ts";
import type { Rejection } from "./json-body.ts";

/** Most lines of a cart or order that we take. */
export const maxLines = 500;

/** Sums above this many minor units are no basket; below, arithmetic in doubles is exact. */
export const maxAmount = 1_000_000_000_000_000;

const asText = z.union([z.string(), z.number().transform(String)]);

/** A platform's id or token as text, whatever its JSON type; half a character is no text that the database knows. */
export const identifier = asText
  .transform((text) => text.trim())
  .refine((text) => /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(text));

/** Shown text: control characters become spaces, what is too long is cut; null when nothing is left. */
export const shownText = (maxLength: number) => asText.transform((text) => clean(text, maxLength) || null).nullable();

/** Facts an event is worth keeping without: a wrong one counts as absent. */
export const optional = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null);

export const optionalText = (maxLength: number) => optional(shownText(maxLength)).transform((text) => text ?? null);

export const optionalId = optional(identifier).transform((id) => id ?? null);

/** A link that a mail may hold: absolute, http or https, no credentials; anything else counts as absent. */
export const optionalUrl = optional(z.string()).transform((text) => webUrl(text ?? ""));

/** An address as it was given, when it is one at all. */
export const optionalEmail = optional(z.string()).transform((text) =>
  text && normalizeAddress(text) ? text.trim() : null,
);

/** A language tag in its canonical form ("pt-BR"). */
export const optionalLanguage = optional(z.string()).transform((text) => {
  try {
    return Intl.getCanonicalLocales(text?.replaceAll("_", "-") ?? [])[0] ?? null;
  } catch {
    return null;
  }
});

/** An ISO 3166 country code of two letters. */
export const optionalCountry = optional(z.string().regex(/^[A-Za-z]{2}$/)).transform(
  (text) => text?.toUpperCase() ?? null,
);

/** A platform's decimal amount: not negative, at most ten digits before the point. */
export const decimal = asText.refine((text) => /^\d{1,10}(\.\d{1,12})?$/.test(text), {
  error: "invalid_amount" satisfies RejectedReason,
});

/** An instant between 1990 and 2100: a time beyond would shut out every later update of its cart. */
export const instant = z.string().transform((text, context) => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? text : Number.NaN);
  if (at.getTime() > 631_152_000_000 && at.getTime() < 4_102_444_800_000) return at;
  context.addIssue({ code: "custom", message: "no instant" });
  return z.NEVER;
});

/** An array of lines that is not even looked at when it is longer than `maxLines`. */
export const lineList = <T extends z.ZodType>(line: T) =>
  z
    .array(z.unknown())
    .max(maxLines, { error: "too_many_lines" satisfies RejectedReason })
    .pipe(z.array(line));

/** Text without control characters and lone surrogates, at most so many characters. */
export function clean(text: string, maxLength: number): string {
  return [
    ...text
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      .trim()
      .slice(0, maxLength * 2),
  ]
    .slice(0, maxLength)
    .join("");
}

export function webUrl(text: string): string | null {
  if (text.length > 4096 || !URL.canParse(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url.href : null;
}

/** The first thing wrong with a body, by the path of its field; never the value. */
export function rejectionOf(error: z.ZodError): Rejection {
  const issue = deepest(error.issues[0]);
  const reason = ["too_many_lines", "invalid_amount", "unknown_currency"].find((one) => one === issue?.message);
  return { kind: "rejected", reason: (reason as RejectedReason) ?? "invalid_shape", detail: pathOf(issue) };
}

type Issue = z.core.$ZodIssue;

/** Of a union that fits in no way, the branch that got furthest. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const inner = issue.errors.flatMap((branch) => branch.slice(0, 1)).sort((a, b) => b.path.length - a.path.length)[0];
  return inner && inner.path.length > 0 ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

function pathOf(issue: Issue | undefined): string {
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  return path.replace(/^\./, "").slice(0, 200) || "body";
}
