import type { Brief, Finding, FindingCode, Words } from "./draft.ts";
import { factOfSlot } from "./facts.ts";
import type { Claim } from "./inspect/claim.ts";
import { claimsIn } from "./inspect/claims.ts";
import { formFindings } from "./inspect/form.ts";
import { patternsFor } from "./inspect/lexicons.ts";
import type { KnownName } from "./inspect/name-pattern.ts";
import { knownNames, namesIn } from "./inspect/names.ts";
import { blankNames, blankSlots, type Place, placesOf, readingOf } from "./inspect/reading.ts";
import { isWrongLanguage } from "./inspect/spoken-language.ts";
import { type Field, foldText } from "./inspect/text.ts";
import { unprovenFindings } from "./inspect/unproven-findings.ts";
import { fillableSlots, isSlotName } from "./slots.ts";

/**
 * Everything that words claim or do without a fact in the brief. No findings means: what a shopper reads comes from rows
 * or is true whatever the cart. `block` may not be sent unseen; `flag` is for a person to judge: a matter of taste, or
 * words that are not known to be harmless.
 */
export function inspect(words: Words, brief: Brief): Finding[] {
  const names = knownNames(brief);
  const places = placesOf(words);
  const bare = places.map(({ field, text }) => ({ field, text: blankNames(blankSlots(text), names) }));
  return oncePerField([
    ...formFindings(words, bare, brief),
    ...places.flatMap((place) => claimFindings(place, names, brief)),
    ...places.flatMap((place) => quoteFindings(place, names, words)),
    ...bare.flatMap((field) => nameFindings(field, brief)),
    ...echoFindings(places, brief),
    ...languageFindings(words, bare, brief),
  ]);
}

/**
 * A claim, slot or name where it stands in a field (`paragraph` is its index among the paragraphs, 0 elsewhere; `start` and
 * `end` count UTF-16 units of the unfilled text), with the fact that backs it or what it is called when none does.
 */
export type LinkedClaim = {
  field: keyof Words;
  paragraph: number;
  start: number;
  end: number;
  excerpt: string;
  factId: string | null;
  code: FindingCode | null;
};

/** Every slot, known name and claim in the words, in reading order, each linked to its fact or to its finding. */
export function claimsOf(words: Words, brief: Brief): LinkedClaim[] {
  const names = knownNames(brief);
  return placesOf(words).flatMap((place) => {
    const { field, paragraph } = place;
    const claims = claimsIn(readingOf(place, names), brief).map(({ start, end, excerpt, factId, code }) => ({
      ...{ field, paragraph, start, end, excerpt, factId, code },
    }));
    return [...slotClaims(place, brief), ...nameClaims(place, names), ...claims].sort((a, b) => a.start - b.start);
  });
}

function slotClaims({ field, paragraph, text }: Place, brief: Brief): LinkedClaim[] {
  const fillable = fillableSlots(brief);
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(({ 0: excerpt, 1: name = "", index }) => {
    const found = { field, paragraph, start: index, end: index + excerpt.length, excerpt };
    if (!isSlotName(name)) return { ...found, factId: null, code: "unknown_slot" };
    const isHeld = fillable.includes(name);
    return { ...found, factId: isHeld ? factOfSlot[name] : null, code: isHeld ? null : "slot_without_fact" };
  });
}

function nameClaims({ field, paragraph, text }: Place, names: KnownName[]): LinkedClaim[] {
  return namesIn(blankSlots(text), names).map(({ start, end, factId }) => ({
    ...{ field, paragraph, start, end, factId, excerpt: text.slice(start, end), code: null },
  }));
}

const matterOfTaste: FindingCode[] = ["spam_phrase", "avoided_word"];

/** Whether a finding stands against words that a person wrote: a person may vouch for unusual words, nobody for a claim. */
export function refusesPerson({ code, severity }: Finding): boolean {
  return severity === "block" && code !== "unproven_words";
}

function claimFindings(place: Place, names: KnownName[], brief: Brief): Finding[] {
  const claims = claimsIn(readingOf(place, names), brief);
  const unknown = claims.filter(({ kind }) => kind === "unproven");
  return [
    ...claims.flatMap((claim) => (claim.kind === "unproven" ? [] : claimFinding(claim, place))),
    ...unprovenFindings(unknown, place, brief.language),
  ];
}

function claimFinding({ code, start, end }: Claim, place: Place): Finding[] {
  return code ? [finding(code, place, place.text.slice(Math.max(0, start - 12), end + 12).trim())] : [];
}

function finding(code: FindingCode, { field }: { field: keyof Words }, excerpt: string): Finding {
  return { code, severity: matterOfTaste.includes(code) ? "flag" : "block", field, excerpt: excerpt.slice(0, 80) };
}

const quoted = /[“"„«「『‹]([^”"“»」』›]{2,60})[”"“»」』›]/gu;

function quoteFindings({ field, text }: Place, names: KnownName[], words: Words): Finding[] {
  return [...text.matchAll(quoted)].flatMap(([, inside = ""]) => {
    const rest = blankNames(blankSlots(inside), names);
    if (!/\p{L}/u.test(rest) || foldText(inside) === foldText(words.button)) return [];
    return [finding("unknown_product", { field }, inside)];
  });
}

const nobody =
  /^(?:there|again|all|everyone|friend|gr[uü](?:ß|ss)e?|gruß|kundin|kunde|client\p{L}*|klant\p{L}*|kliencie|customer)$/iu;

function nameFindings({ field, text }: Field, brief: Brief): Finding[] {
  const named = patternsFor(brief.language).map((pattern) => pattern.greeting.exec(text.trim())?.[1]);
  const other = named.find((name) => name && /^\p{Lu}/u.test(name) && !nobody.test(name));
  return other ? [finding("unknown_name", { field }, other)] : [];
}

/** The tone is an instruction and must not come out again; words the brand avoids are a matter of taste. */
function echoFindings(places: Place[], brief: Brief): Finding[] {
  const tone = foldText(brief.brand.tone).trim();
  return places.flatMap(({ field, text }) => {
    const folded = foldText(text);
    const avoided = brief.brand.avoidWords.find((word) => {
      const inner = foldText(word.trim());
      return inner !== "" && blankNames(folded, [{ name: inner, factId: "", exact: false }]) !== folded;
    });
    return [
      ...(tone.length >= 16 && folded.includes(tone) ? [finding("leaked_instruction", { field }, tone)] : []),
      ...(avoided ? [finding("avoided_word", { field }, avoided)] : []),
    ];
  });
}

function languageFindings(words: Words, bare: Field[], brief: Brief): Finding[] {
  if (isWrongLanguage(bare.map((field) => field.text).join(" "), brief.language)) {
    return [finding("wrong_language", { field: "paragraphs" }, words.paragraphs[0] ?? "")];
  }
  const stranger = bare.find(({ text }) => text.length > 40 && isWrongLanguage(text, brief.language));
  return stranger ? [finding("wrong_language", stranger, stranger.text)] : [];
}

function oncePerField(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.field} ${finding.excerpt}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
