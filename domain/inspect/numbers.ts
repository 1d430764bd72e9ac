import type { Brief, FindingCode } from "../draft.ts";
import type { Claim } from "./claim.ts";
import type { Patterns } from "./lexicons.ts";
import { excerptOf, type Reading } from "./reading.ts";

type Numbers = { claims: Claim[]; rest: string };

/** Claims made with digits, percent signs, currencies or number words; `rest` is the text without the incentive's own. */
export function numberClaims(reading: Reading, brief: Brief, patterns: Patterns[]): Numbers {
  const own = ownPercents(reading, brief, patterns);
  const rest = own.rest;
  const found = (kind: Claim["kind"], code: FindingCode, pattern: RegExp): Claim[] =>
    [...rest.matchAll(pattern)].map((match) => place(reading, match, { kind, code }));
  return {
    claims: [
      ...own.claims,
      ...patterns.flatMap((pattern) => [
        ...found("percent", "percentage", pattern.percent),
        ...found("currency", "currency", pattern.currency),
        ...found("number", "deadline", pattern.numberOfTime),
      ]),
      ...found("number", "number", digits),
    ],
    rest: patterns.reduce(
      (text, pattern) => [pattern.percent, pattern.currency].reduce((left, kind) => left.replace(kind, blank), text),
      rest.replace(digits, blank),
    ),
  };
}

// Roman numerals written as capitals are found by their own form: folded they are letters.
const digits = /(?:\p{N}|\u20E3)(?:\p{N}|[.,:]|\u20E3|\uFE0F)*/gu;
const blank = (text: string) => " ".repeat(text.length);

/** The incentive's own percentage is a fact, however the language writes it. */
function ownPercents(reading: Reading, brief: Brief, patterns: Patterns[]): Numbers {
  const claims: Claim[] = [];
  const percent = brief.incentive?.kind === "percent" ? brief.incentive.percent : null;
  if (percent === null) return { claims, rest: reading.folded };
  const own = [
    ...patterns.map(({ percent: sign }) => `(?<![\\p{N}.,])${percent}\\s*(?:${sign.source})(?!\\p{L})`),
    `%\\s*${percent}(?![\\p{N}.,])`,
  ];
  const rest = own.reduce(
    (text, source) =>
      text.replace(new RegExp(source, "gu"), (found: string, ...others: unknown[]) => {
        const index = others.find((other) => typeof other === "number") ?? 0;
        claims.push(place(reading, { 0: found, index }, { kind: "percent", code: null }));
        return blank(found);
      }),
    reading.folded,
  );
  return { claims, rest };
}

function place(
  reading: Reading,
  match: { 0: string; index: number },
  { kind, code }: { kind: Claim["kind"]; code: FindingCode | null },
): Claim {
  const factId = code === null ? "incentive.percent" : null;
  return { kind, code, factId, ...excerptOf(reading, match.index, match.index + match[0].length) };
}
