import { isFew } from "#domain/brief.ts";
import type { CartLine } from "#domain/cart.ts";
import { type Language, languageOf, localeOf } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { counted, numberText } from "#domain/slot-words.ts";
import { labelsOf } from "./parts/labels.ts";
import type { RecoveryLine } from "./recovery-message.ts";

export const most = 10;
const longestTitle = 140;
const characters = new Intl.Segmenter();
/** Templates that show pictures beside each other show fewer. */
const mostIn: Partial<Record<TemplateName, number>> = { help: 4, "last-chance": 4, loyalty: 4, "win-back": 3 };

/** How many lines are shown, and whether what runs out comes first and says so. */
type Shown = { most: number; fewFirst: boolean };

/** How a built-in template shows lines. */
export function linesOf(template: TemplateName): Shown {
  return { most: mostIn[template] ?? most, fewFirst: template === "low-stock" };
}

type Source = {
  shown: Shown;
  language: string;
  cart: { lines: CartLine[]; currency: string };
  facts: { stock: (number | null)[] };
  url: string;
};

/** The lines that a template shows, with what runs out first on top where that is the point. */
export function recoveryLines({ shown, language: tag, cart, facts, url }: Source): RecoveryLine[] {
  const language = languageOf(tag);
  const labels = labelsOf[language];
  return inOrder(cart.lines, shown, facts.stock)
    .slice(0, shown.most)
    .map(({ line, left }) => {
      const title = shortened(line.title, longestTitle) || labels.item;
      return {
        title,
        initial: initialOf(title, language),
        variantTitle: (line.variantTitle && shortened(line.variantTitle, longestTitle)) || null,
        quantity: numberText(line.quantity, language),
        price: formatMoney({ amount: line.lineTotal, currency: cart.currency }, localeOf(tag)),
        left: shown.fewFirst && isFew(left) ? counted(left, labels.left, language) : null,
        imageUrl: webAddress(line.imageUrl),
        url,
      };
    });
}

type Stocked = { line: CartLine; left: number | null };

function inOrder(lines: CartLine[], { fewFirst }: Shown, stock: (number | null)[]): Stocked[] {
  const stocked = lines.map((line, index) => ({ line, left: stock[index] ?? null }));
  if (!fewFirst) return stocked;
  const rank = ({ left }: Stocked) => (isFew(left) ? left : Number.MAX_SAFE_INTEGER);
  return stocked.sort((a, b) => rank(a) - rank(b));
}

function initialOf(title: string, language: Language): string {
  const [first] = characters.segment(title);
  return first?.segment.toLocaleUpperCase(language) ?? "";
}

/** Cut between characters as people see them, so that no emoji or accent is torn apart. */
function shortened(text: string, length: number): string {
  const whole = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (whole.length <= length) return whole;
  // No cut needs to look further than this, however long the text.
  const seen = [...characters.segment(whole.slice(0, length * 12))].map((part) => part.segment);
  return seen.length <= length && seen.join("") === whole
    ? whole
    : `${seen
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

/** The address when it is one that a mail may link to, else null. */
export function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
