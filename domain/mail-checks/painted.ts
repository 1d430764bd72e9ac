import { mix } from "../colour.ts";
import { readColour } from "./colours.ts";
import type { MailElement, MailPage } from "./page.ts";
import { type Declaration, readDeclarations, readRules, type StyleRule, selects } from "./styles.ts";

export type Scheme = "light" | "dark";
/** How an element's text comes out. `ground` is null where a picture or an unknown colour lies behind it. */
export type Painted = { ink: string | null; ground: string | null; size: number; bold: boolean; hidden: boolean };

const bases: Record<Scheme, Painted> = {
  light: { ink: "#000000", ground: "#ffffff", size: 16, bold: false, hidden: false },
  dark: { ink: "#ffffff", ground: "#121212", size: 16, bold: false, hidden: false },
};
const linkInks: Record<Scheme, string> = { light: "#0000ee", dark: "#9e9eff" };
const boldTags = new Set(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]);

/** What a page says of dark mode: with nothing said, programs turn colours round as each sees fit. */
export function knowsDark(page: MailPage): boolean {
  const sheets = page.styles.map(({ text }) => text).join("\n");
  return (
    /prefers-color-scheme\s*:\s*dark/i.test(sheets) ||
    page.elements.some(
      ({ tag, attributes }) =>
        tag === "meta" &&
        /dark/.test(attributes.get("content") ?? "") &&
        /color-scheme/.test(attributes.get("name") ?? ""),
    )
  );
}

/** How each element comes out by day or by night, from its inline styles and the rules that apply. */
export function painted(page: MailPage, scheme: Scheme): Map<MailElement, Painted> {
  const rules = page.styles
    .flatMap(({ text }) => readRules(text))
    .filter(({ media }) => media.every((one) => applies(one, scheme)));
  const found = new Map<MailElement, Painted>();
  for (const element of page.elements) {
    const around = (element.parent && found.get(element.parent)) ?? bases[scheme];
    found.set(element, paint(element, around, { scheme, declared: declaredOn(element, rules) }));
  }
  return found;
}

export const baseOf = (scheme: Scheme): Painted => bases[scheme];

function applies(media: string, scheme: Scheme): boolean {
  const asked = /prefers-color-scheme\s*:\s*(dark|light)/.exec(media);
  if (asked) return asked[1] === scheme;
  return /^@media\s+(only\s+)?(screen|all)\s*$/.test(media);
}

/** The last word on each property: rules, over them inline styles, over these what is important. */
function declaredOn(element: MailElement, rules: StyleRule[]): Map<string, string> {
  const last = new Map<string, Declaration>();
  const put = (declaration: Declaration) => {
    if (declaration.important || !last.get(declaration.property)?.important)
      last.set(declaration.property, declaration);
  };
  for (const rule of rules) {
    if (rule.selectors.some((selector) => selects(selector, element))) rule.declarations.forEach(put);
  }
  readDeclarations(element.attributes.get("style") ?? "").forEach(put);
  return new Map([...last].map(([property, { value }]) => [property, value.toLowerCase()]));
}

type Declared = { scheme: Scheme; declared: Map<string, string> };

function paint(element: MailElement, around: Painted, { scheme, declared }: Declared): Painted {
  const weight = declared.get("font-weight");
  return {
    ink: inkOf(element, around, { scheme, declared }),
    ground: groundOf(element, around, declared),
    size: sizeOf(declared.get("font-size"), around.size),
    bold: weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : around.bold || boldTags.has(element.tag),
    hidden: around.hidden || isHidden(declared),
  };
}

function inkOf({ tag, attributes }: MailElement, around: Painted, { scheme, declared }: Declared): string | null {
  const value = declared.get("color") ?? (tag === "font" ? attributes.get("color") : undefined);
  if (value === "inherit" || value === "currentcolor") return around.ink;
  if (value === undefined) return tag === "a" && attributes.has("href") ? linkInks[scheme] : around.ink;
  const paint = readColour(value);
  if (!paint || !around.ground) return paint?.alpha === 1 ? paint.colour : null;
  return mix(around.ground, paint.colour, paint.alpha);
}

function groundOf({ attributes }: MailElement, around: Painted, declared: Map<string, string>): string | null {
  const both = declared.get("background");
  const image = declared.get("background-image") ?? both ?? attributes.get("background") ?? "";
  if (/url\(|gradient\(/.test(image) || attributes.has("background")) return null;
  const value = declared.get("background-color") ?? both ?? attributes.get("bgcolor");
  if (value === undefined || value === "inherit" || value === "none") return around.ground;
  const paint = readColour(value);
  if (!paint) return null;
  if (paint.alpha === 1) return paint.colour;
  return around.ground && mix(around.ground, paint.colour, paint.alpha);
}

function sizeOf(value: string | undefined, around: number): number {
  const read = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value ?? "");
  const count = Number(read?.[1]);
  if (!read || !Number.isFinite(count)) return around;
  if (read[2] === "pt") return (count * 4) / 3;
  if (read[2] === "em") return count * around;
  if (read[2] === "rem") return count * 16;
  return read[2] === "%" ? (count / 100) * around : count;
}

function isHidden(declared: Map<string, string>): boolean {
  const nothing = (property: string) => /^0(\.0+)?(px)?$/.test(declared.get(property) ?? "");
  return (
    declared.get("display") === "none" ||
    declared.get("visibility") === "hidden" ||
    declared.get("mso-hide") === "all" ||
    nothing("opacity") ||
    nothing("max-height") ||
    nothing("font-size")
  );
}
