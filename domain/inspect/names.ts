import type { Brief } from "../draft.ts";
import { usableFirstName } from "../slots.ts";
import type { Claim } from "./claim.ts";
import { claimsIn } from "./claims.ts";
import { isPlainlyWritten } from "./form.ts";
import { type KnownName, patternOfName } from "./name-pattern.ts";
import { readingOf } from "./reading.ts";
import { foldText } from "./text.ts";

/** What no name may say by itself: whoever typed such a title may be speaking to the writer. */
const promises = new Set<Claim["kind"]>([
  ...(["percent", "currency", "link", "leak", "scraps", "shipping", "costless", "discount", "half"] as const),
  ...(["offer", "code", "exactDeadline", "stock", "guarantee"] as const),
]);

/** Every name that the brief holds and that promises nothing, the longest first. */
export function knownNames(brief: Brief): KnownName[] {
  const bareOffer: Brief = { ...brief, incentive: null };
  const titles = brief.lines.flatMap(({ id, title, variantTitle }) => [
    { name: title.trim(), factId: `${id}.title`, exact: false },
    { name: (variantTitle ?? "").trim(), factId: `${id}.variantTitle`, exact: false },
  ]);
  const firstName = { name: usableFirstName(brief.contact.firstName) ?? "", factId: "contact.firstName", exact: true };
  return [
    ...[...titles, firstName].filter(
      ({ name }) => name.length > 1 && isPlainlyWritten(name) && isHarmless(name, bareOffer),
    ),
    { name: brief.brand.name.trim(), factId: "brand.name", exact: false },
  ]
    .filter(({ name }) => name.length > 1)
    .sort((a, b) => b.name.length - a.name.length);
}

function isHarmless(name: string, brief: Brief): boolean {
  const reading = readingOf({ field: "subject", paragraph: 0, text: name }, []);
  // English on its own too: a word that means something harmless here may be half of an English promise.
  const claims = [...claimsIn(reading, brief), ...claimsIn(reading, { ...brief, language: "en" })];
  // So many digits are a phone number. A model's number stands beside its name; a title that is nothing but a code may be meant to be typed in.
  if (/(?:\p{Nd}[\s()./-]*){7,}/u.test(foldText(name))) return false;
  // Nobody names a product letter by letter; whoever writes so hides what it says.
  if (/^(?:\S\s+){2,}\S$/u.test(name)) return false;
  const isOneWord = !/\s/u.test(name);
  return !claims.some((claim) => promises.has(claim.kind) && (claim.kind !== "code" || isOneWord));
}

/** Where known names stand in a text; a title goes before a word of it. */
export function namesIn(text: string, names: KnownName[]): { start: number; end: number; factId: string }[] {
  const found: { start: number; end: number; factId: string }[] = [];
  let rest = text;
  for (const known of names) {
    rest = rest.replace(patternOfName(known), (name: string, start: number) => {
      found.push({ start, end: start + name.length, factId: known.factId });
      return " ".repeat(name.length);
    });
  }
  return found;
}
