import type { Brief } from "../draft.ts";
import { factOfSlot } from "../facts.ts";
import { fillableSlots } from "../slots.ts";
import type { Claim } from "./claim.ts";
import { type ClaimKind, claimKinds, type Patterns, patternsFor } from "./lexicons.ts";
import { numberClaims } from "./numbers.ts";
import { unprovenWords, withoutIdioms } from "./plain/unproven.ts";
import { excerptOf, type Reading } from "./reading.ts";
import { rules } from "./rules.ts";

/** Every claim in a field, backed or not. Slots and names that the brief knows are blank in it. */
export function claimsIn(reading: Reading, brief: Brief): Claim[] {
  const patterns = patternsFor(brief.language);
  const claims: Claim[] = [...linkClaims(reading), ...codeClaims(reading)];
  const numbers = numberClaims(reading, brief, patterns);
  let rest = withoutIdioms(numbers.rest, brief.language);
  claims.push(...numbers.claims);
  for (const pattern of patterns) {
    const phrases = phraseClaims({ ...reading, folded: rest }, brief, pattern);
    claims.push(...phrases.claims);
    rest = phrases.rest;
  }
  return [...claims, ...unprovenClaims({ ...reading, folded: rest }, brief)];
}

const link =
  /(?:https?|ftp|mailto|tel|sms|javascript|data):|www\.|\S+@\S+\.\S|(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}-]*[.。．｡][\p{L}]{2,}(?:\/\S*)?|\]\(|\b(?:dot|punkt|punto|point|ponto) (?:com|net|org|shop|de|io|example)\b|\p{L}{2,}\/[\p{L}\d]*[\d-]\S*|\b(?:bit|t|goo|tinyurl) ?[. ](?:ly|co|gl|com)\b|[\p{L}\p{N}] ?[[({](?:dot|punkt|punto|point|\.)[\])}]/u;

function linkClaims(reading: Reading): Claim[] {
  const match = link.exec(reading.folded);
  // A missing space after a full stop makes no host of Japanese, which puts none there.
  if (!match || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+。/u.test(match[0])) return [];
  return [claim(reading, { kind: "link", code: "link", factId: null }, match)];
}

const typedCode =
  /(?<![\p{L}\p{N}])(?=\p{Lu}*\d)(?=\d*\p{Lu})[\p{Lu}\d][\p{Lu}\d-]{3,}(?![\p{L}\p{N}])|(?<!\p{L})[Cc](?:ode|ódigo|odice)s?:? +["'“]?[\p{Lu}\d-]{3,}|(?<![\p{L}\p{N}-])\p{Lu}{3,}(?:-\p{Lu}{2,})+(?![\p{L}\p{N}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{Lu}\d]*(?:\p{Lu}\d|\d\p{Lu})[\p{Lu}\d-]*/u;

/** A code is typed by the renderer; the words may only say that there is one, where the incentive has one. */
function codeClaims(reading: Reading): Claim[] {
  const match = typedCode.exec(capitalsOf(reading));
  if (!match) return [];
  const end = match.index + match[0].length;
  return [
    {
      kind: "code",
      code: "code",
      factId: null,
      start: match.index,
      end,
      excerpt: reading.text.slice(match.index, end),
    },
  ];
}

/** The original letters of what is not blank, where capitals still tell a code from a word. */
function capitalsOf({ text, folded, at }: Reading): string {
  const letters = Array.from({ length: text.length }, () => " ");
  for (let unit = 0; unit < folded.length; unit++) {
    const from = at[unit] ?? 0;
    const read = folded[unit] ?? " ";
    if (read === " ") continue;
    const original = String.fromCodePoint(text.codePointAt(from) ?? 32)
      .normalize("NFKC")
      .charAt(0);
    letters[from] = /\d/.test(read) ? read : original;
  }
  return letters.join("");
}

type Phrases = { claims: Claim[]; rest: string };

function phraseClaims(reading: Reading, brief: Brief, pattern: Patterns): Phrases {
  const claims: Claim[] = [];
  let rest = reading.folded;
  for (const kind of claimKinds) {
    // A phrase is judged once: "free shipping" must not come back as something that costs nothing.
    rest = rest.replace(pattern[kind], (found: string, ...others: unknown[]) => {
      const index = others.find((other) => typeof other === "number") ?? 0;
      const match = { 0: found, index };
      const factId = factBehind(kind, { brief, reading, index });
      claims.push(claim(reading, { kind, code: factId ? null : rules[kind].code, factId }, match));
      return " ".repeat(found.length);
    });
  }
  return { claims, rest };
}

function factBehind(
  kind: ClaimKind,
  { brief, reading, index }: { brief: Brief; reading: Reading; index: number },
): string | null {
  const { factIn, slot } = rules[kind];
  if (factIn) return factIn(brief);
  if (!slot || !fillableSlots(brief).includes(slot)) return null;
  return sentenceAt(reading, reading.at[index] ?? 0).includes(`{{${slot}}}`) ? factOfSlot[slot] : null;
}

/** The sentence of the original text around a place, spaces inside slots taken out. */
function sentenceAt({ text }: Reading, place: number): string {
  const before = text.slice(0, place).search(/[^.!?。！？؟]*$/u);
  const after = /^[^.!?。！？؟{]*(?:\{\{[^}]*\}\}[^.!?。！？؟{]*)*/u.exec(text.slice(place))?.[0] ?? "";
  return (text.slice(wholeSlot(text, before), place) + after).replace(/\{\{\s*([^{}]*?)\s*\}\}/g, "{{$1}}");
}

/** A full stop inside a slot's name ends no sentence. */
function wholeSlot(text: string, from: number): number {
  const opened = text.lastIndexOf("{{", from);
  const closed = text.indexOf("}}", opened);
  if (opened < 0 || closed < from) return from;
  const earlier = text.slice(0, opened).search(/[^.!?。！？؟]*$/u);
  return earlier === opened ? earlier : wholeSlot(text, earlier);
}

/** What is left when every known claim is out must be words that claim nothing. */
function unprovenClaims(reading: Reading, brief: Brief): Claim[] {
  const titles = brief.lines.flatMap(({ title, variantTitle }) => [title, variantTitle ?? ""]);
  const own = [...brief.brand.useWords, ...brief.brand.examples, ...titles];
  return unprovenWords(reading.folded, brief.language, own).map((match) =>
    claim(reading, { kind: "unproven", code: "unproven_words", factId: null }, match),
  );
}

function claim(
  reading: Reading,
  what: Pick<Claim, "kind" | "code" | "factId">,
  match: { 0: string; index: number },
): Claim {
  return { ...what, ...excerptOf(reading, match.index, match.index + match[0].length) };
}
