import type { Brief, FindingCode } from "../draft.ts";
import { type ClaimKind, claimKinds, type Patterns, patternsFor } from "./lexicons.ts";
import { foldText } from "./text.ts";

export type Claim = {
  kind: ClaimKind | "percent" | "currency" | "number" | "link";
  code: FindingCode;
  excerpt: string;
};

type Rule = { code: FindingCode; hasFact: (brief: Brief) => boolean };

const never = () => false;

/** What each kind of claim is called, and when the brief holds its fact. */
const rules: Record<ClaimKind, Rule> = {
  leak: { code: "leaked_instruction", hasFact: never },
  half: { code: "incentive_claim", hasFact: never },
  shipping: { code: "incentive_claim", hasFact: (brief) => brief.incentive?.kind === "free_shipping" },
  costless: { code: "incentive_claim", hasFact: (brief) => brief.incentive?.kind === "free_shipping" },
  discount: { code: "incentive_claim", hasFact: (brief) => brief.incentive?.kind === "percent" },
  gift: { code: "incentive_claim", hasFact: never },
  offer: { code: "incentive_claim", hasFact: (brief) => brief.incentive !== null },
  code: { code: "code", hasFact: (brief) => brief.incentive?.hasCode === true },
  exactDeadline: { code: "deadline", hasFact: never },
  deadline: { code: "deadline", hasFact: (brief) => brief.incentive?.hasDeadline === true },
  stock: { code: "stock", hasFact: never },
  guarantee: { code: "guarantee", hasFact: never },
  review: { code: "review_claim", hasFact: never },
  health: { code: "health_claim", hasFact: never },
  history: { code: "history_claim", hasFact: (brief) => brief.contact.returning },
  spam: { code: "spam_phrase", hasFact: never },
};

/** Every claim in a text that the brief holds no fact for. Names that the brief knows must be taken out before. */
export function claimsIn(text: string, brief: Brief): Claim[] {
  const folded = foldText(text);
  const patterns = patternsFor(brief.language);
  return [
    ...linkClaims(folded),
    ...codeClaims(text),
    ...numberClaims(folded, brief, patterns),
    ...patterns.flatMap((pattern) => phraseClaims(folded, brief, pattern)),
  ];
}

const link =
  /(?:https?|ftp|mailto):|www\.|\S+@\S+\.\S|(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}-]*\.[\p{L}]{2,}(?:\/\S*)?|\]\(|\bdot com\b/u;

function linkClaims(folded: string): Claim[] {
  const match = link.exec(folded);
  return match ? [{ kind: "link", code: "link", excerpt: match[0] }] : [];
}

const typedCode =
  /(?<![\p{L}\p{N}])(?=\p{Lu}*\d)(?=\d*\p{Lu})[\p{Lu}\d][\p{Lu}\d-]{3,}(?![\p{L}\p{N}])|(?<!\p{L})[Cc](?:ode|ódigo|odice)s?:? +["'“]?[\p{Lu}\d-]{3,}/u;

/** A code is rendered from its row: one that is typed out is invented, also where the incentive has one. */
function codeClaims(text: string): Claim[] {
  const match = typedCode.exec(text.normalize("NFKC"));
  return match ? [{ kind: "code", code: "code", excerpt: match[0] }] : [];
}

function numberClaims(folded: string, brief: Brief, patterns: Patterns[]): Claim[] {
  const rest = withoutOwnPercent(folded, brief, patterns);
  const found = (kind: "percent" | "currency", code: FindingCode): Claim[] =>
    patterns.flatMap((pattern) => {
      const match = pattern[kind].exec(rest);
      return match ? [{ kind, code, excerpt: around(rest, match) }] : [];
    });
  const number = /\p{N}[\p{N}.,:]*/u.exec(rest);
  const time = patterns.map((pattern) => pattern.numberOfTime.exec(rest)).find(Boolean);
  return [
    ...found("percent", "percentage"),
    ...found("currency", "currency"),
    ...(number ? [{ kind: "number" as const, code: "number" as const, excerpt: around(rest, number) }] : []),
    ...(time ? [{ kind: "number" as const, code: "deadline" as const, excerpt: around(rest, time) }] : []),
  ];
}

/** The incentive's own percentage is a fact, however the language writes it. */
function withoutOwnPercent(folded: string, brief: Brief, patterns: Patterns[]): string {
  if (brief.incentive?.kind !== "percent" || brief.incentive.percent === null) return folded;
  const own = String(brief.incentive.percent);
  return patterns.reduce(
    (text, pattern) =>
      text
        .replace(new RegExp(`(?<![\\p{N}.,])${own}\\s*(?:${pattern.percent.source})(?!\\p{L})`, "gu"), " ")
        .replace(new RegExp(`%\\s*${own}(?![\\p{N}.,])`, "gu"), " "),
    folded,
  );
}

function phraseClaims(folded: string, brief: Brief, pattern: Patterns): Claim[] {
  const claims: Claim[] = [];
  let rest = folded;
  for (const kind of claimKinds) {
    const { code, hasFact } = rules[kind];
    const match = pattern[kind].exec(rest);
    if (!match) continue;
    if (!hasFact(brief)) claims.push({ kind, code, excerpt: around(rest, match) });
    // A phrase is judged once: "free shipping" must not come back as something that costs nothing.
    rest = rest.replace(new RegExp(pattern[kind].source, "gu"), " ");
  }
  return claims;
}

function around(text: string, match: RegExpExecArray): string {
  return text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 12).trim();
}
