import type { Brief, Finding, Words } from "./draft.ts";
import { type Claim, claimsIn } from "./inspect/claims.ts";
import { formFindings } from "./inspect/form.ts";
import { patternsFor } from "./inspect/lexicons.ts";
import { isWrongLanguage } from "./inspect/spoken-language.ts";
import { type Field, fieldsOf, foldText, namesIn, withoutNames, withoutSlots } from "./inspect/text.ts";

/**
 * Everything that words claim or do without a fact in the brief. No findings means: what a shopper reads comes from rows
 * or is true whatever the cart. `block` may not be sent unseen, `flag` is a matter of taste.
 */
export function inspect(words: Words, brief: Brief): Finding[] {
  const names = sayableNames(brief);
  const bare = fieldsOf(words).map(({ field, text }) => ({ field, text: withoutNames(withoutSlots(text), names) }));
  return oncePerField([
    ...formFindings(words, bare, brief),
    ...bare.flatMap((field) => claimsIn(field.text, brief).map((claim) => claimFinding(claim, field))),
    ...fieldsOf(words).flatMap((field) => quoteFindings(field, names, words)),
    ...bare.flatMap((field) => nameFindings(field, brief)),
    ...echoFindings(words, brief),
    ...languageFindings(words, bare, brief),
  ]);
}

function claimFinding({ code, excerpt }: Claim, { field }: Field): Finding {
  return { code, severity: code === "spam_phrase" ? "flag" : "block", field, excerpt: excerpt.slice(0, 80) };
}

/** A title that itself promises something is no name to be taken out: whoever typed it may be speaking to the writer. */
function sayableNames(brief: Brief): string[] {
  const promises = new Set<Claim["kind"]>(["percent", "currency", "link", "leak", "shipping", "discount", "half"]);
  const { products, others } = namesIn(brief);
  const bareOffer = { ...brief, incentive: null };
  const harmless = products.filter((name) => !claimsIn(name, bareOffer).some((claim) => promises.has(claim.kind)));
  return [...harmless, ...others];
}

const quoted = /[“"„«「『‹]([^”"“»」』›]{2,60})[”"“»」』›]/gu;

function quoteFindings({ field, text }: Field, names: string[], words: Words): Finding[] {
  return [...text.matchAll(quoted)].flatMap(([, inside = ""]) => {
    const rest = withoutNames(withoutSlots(inside), names);
    if (!/\p{L}/u.test(rest) || foldText(inside) === foldText(words.button)) return [];
    return [{ code: "unknown_product", severity: "block", field, excerpt: inside } satisfies Finding];
  });
}

const nobody =
  /^(?:there|again|all|everyone|friend|gr[uü](?:ß|ss)e?|gruß|kundin|kunde|client\p{L}*|klant\p{L}*|kliencie|customer)$/iu;

function nameFindings({ field, text }: Field, brief: Brief): Finding[] {
  const named = patternsFor(brief.language).map((pattern) => pattern.greeting.exec(text.trim())?.[1]);
  const other = named.find((name) => name && /^\p{Lu}/u.test(name) && !nobody.test(name));
  return other ? [{ code: "unknown_name", severity: "block", field, excerpt: other }] : [];
}

/** The tone is an instruction and must not come out again; words the brand avoids are a matter of taste. */
function echoFindings(words: Words, brief: Brief): Finding[] {
  const tone = foldText(brief.brand.tone).trim();
  return fieldsOf(words).flatMap(({ field, text }) => {
    const folded = foldText(text);
    const avoided = brief.brand.avoidWords.find(
      (word) => word.trim() && withoutNames(folded, [foldText(word.trim())]) !== folded,
    );
    const findings: Finding[] = [];
    if (tone.length >= 16 && folded.includes(tone)) {
      findings.push({ code: "leaked_instruction", severity: "block", field, excerpt: tone.slice(0, 80) });
    }
    if (avoided) findings.push({ code: "avoided_word", severity: "flag", field, excerpt: avoided });
    return findings;
  });
}

function languageFindings(words: Words, bare: Field[], brief: Brief): Finding[] {
  const finding = { code: "wrong_language", severity: "block" } as const;
  if (isWrongLanguage(bare.map((field) => field.text).join(" "), brief.language)) {
    return [{ ...finding, field: "paragraphs", excerpt: words.paragraphs[0]?.slice(0, 80) ?? "" }];
  }
  const stranger = bare.find(({ text }) => text.length > 40 && isWrongLanguage(text, brief.language));
  return stranger ? [{ ...finding, field: stranger.field, excerpt: stranger.text.slice(0, 80) }] : [];
}

function oncePerField(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.field} ${finding.excerpt}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
