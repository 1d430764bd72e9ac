import { type Span, shortened } from "./finding.ts";
import { blockOf, type MailElement, type MailPage } from "./page.ts";
import { readDeclarations, readRules } from "./styles.ts";

/** Mail programs whose support is known, in the order they are shown in. */
export const mailPrograms = [
  "gmail",
  "gmail-mobile",
  "apple-mail",
  "apple-mail-ios",
  "outlook-windows",
  "outlook-web",
  "outlook-mac",
  "outlook-mobile",
  "yahoo",
  "samsung",
  "thunderbird",
  "gmx",
  "proton",
] as const;
export type MailProgram = (typeof mailPrograms)[number];

/** What a feature is recognised by. */
export const featureKinds = [
  "property",
  "pair",
  "function",
  "unit",
  "at-rule",
  "media",
  "pseudo",
  "element",
  "attribute",
  "picture",
] as const;
export type FeatureKind = (typeof featureKinds)[number];
/** One row of caniemail.com: `names` of `kind`, and the programs that do not, or only partly, follow it. */
export type Feature = {
  title: string;
  url: string;
  kind: FeatureKind;
  names: string[];
  support: Partial<Record<MailProgram, { level: "none" | "part"; notes: string[] } | undefined>>;
};

/** A feature that a message uses and that some programs do not follow. `matters` when the layout leans on it. */
export type SupportGap = {
  title: string;
  url: string;
  matters: boolean;
  excerpt: string;
  at: Span | null;
  block: string | null;
  count: number;
  programs: { program: MailProgram; level: "none" | "part"; notes: string[] }[];
};

type Use = { kind: FeatureKind; name: string; excerpt: string; at: Span | null; block: string | null };

// Without these a message falls apart; without others it is only plainer.
const layout =
  /^(display:(flex|grid)|flex|grid|position|float|gap|transform|clip-path|columns?|background-image|max-width|<(video|audio|svg|form|input|select|button|picture|object|map)|calc\(\)|min\(\)|max\(\)|clamp\(\)|css variables|svg|webp|avif)/i;

/** What of a page is not shown everywhere, by the given table. */
export function supportGaps(page: MailPage, features: Feature[]): SupportGap[] {
  const known = new Map<string, Feature[]>();
  for (const feature of features) {
    for (const name of feature.names)
      known.set(`${feature.kind} ${name}`, [...(known.get(`${feature.kind} ${name}`) ?? []), feature]);
  }
  const gaps = new Map<Feature, SupportGap>();
  for (const use of usesOf(page)) {
    for (const feature of known.get(`${use.kind} ${use.name}`) ?? []) {
      const gap = gaps.get(feature);
      if (gap) gap.count += 1;
      else gaps.set(feature, gapOf(feature, use));
    }
  }
  const none = ({ programs }: SupportGap) => programs.filter(({ level }) => level === "none").length;
  return [...gaps.values()].sort(
    (a, b) => Number(b.matters) - Number(a.matters) || none(b) - none(a) || b.programs.length - a.programs.length,
  );
}

function gapOf(feature: Feature, { excerpt, at, block }: Use): SupportGap {
  const programs = mailPrograms.flatMap((program) => {
    const found = feature.support[program];
    return found ? [{ program, ...found }] : [];
  });
  const matters = layout.test(feature.title) || feature.names.some((name) => layout.test(name));
  return {
    title: feature.title,
    url: feature.url,
    matters,
    excerpt: shortened(excerpt),
    at,
    block,
    count: 1,
    programs,
  };
}

function usesOf(page: MailPage): Use[] {
  return [
    ...page.elements.flatMap((element) => elementUses(page, element)),
    ...page.styles.flatMap((style) => sheetUses(style.text, style.at)),
  ];
}

function elementUses(page: MailPage, element: MailElement): Use[] {
  const { tag, attributes, at } = element;
  const place = { at, block: blockOf(element) };
  const source = page.html.slice(at.from, at.to);
  const uses: Use[] = [{ kind: "element", name: tag, excerpt: source, ...place }];
  for (const [name, value] of attributes) {
    uses.push({ kind: "attribute", name, excerpt: `${name}="${value}"`, ...place });
    uses.push({ kind: "attribute", name: `${tag} ${name}=${value.split(":")[0]}`, excerpt: source, ...place });
  }
  const picture =
    tag === "img" ? /\.([a-z0-9]+)(?:[?#]|$)/i.exec(attributes.get("src") ?? "")?.[1]?.toLowerCase() : undefined;
  if (picture) uses.push({ kind: "picture", name: picture, excerpt: source, ...place });
  if (/^data:/i.test(attributes.get("src") ?? ""))
    uses.push({ kind: "picture", name: "base64", excerpt: source, ...place });
  return [...uses, ...declarationUses(attributes.get("style") ?? "").map((use) => ({ ...use, ...place }))];
}

function sheetUses(sheet: string, at: Span): Use[] {
  const place = { at, block: null };
  const heads = [...sheet.matchAll(/@([a-z-]+)\s*([^{;]*)/gi)].flatMap(([whole, rule = "", condition = ""]): Use[] => [
    { kind: "at-rule", name: rule.toLowerCase(), excerpt: whole, ...place },
    ...[...condition.matchAll(/\(\s*([a-z-]+)/gi)].map(
      ([, name = ""]): Use => ({ kind: "media", name: name.toLowerCase(), excerpt: whole, ...place }),
    ),
  ]);
  const rules = readRules(sheet);
  const pseudos = rules.flatMap(({ selectors }) =>
    selectors.flatMap((selector) =>
      [...selector.matchAll(/::?([a-z-]+)/gi)].map(
        ([, name = ""]): Use => ({ kind: "pseudo", name: name.toLowerCase(), excerpt: selector, ...place }),
      ),
    ),
  );
  const declared = rules.flatMap(({ declarations }) =>
    declarations.flatMap(({ property, value }) =>
      declarationUses(`${property}:${value}`).map((use) => ({ ...use, ...place })),
    ),
  );
  return [...heads, ...pseudos, ...declared];
}

function declarationUses(style: string): Omit<Use, "at" | "block">[] {
  return readDeclarations(style).flatMap(({ property, value }) => {
    const excerpt = `${property}: ${value}`;
    const lower = value.toLowerCase();
    const words = lower.split(/[\s,]+/);
    return [
      { kind: "property" as const, name: property, excerpt },
      ...words.map((word) => ({ kind: "pair" as const, name: `${property}:${word}`, excerpt })),
      ...[...lower.matchAll(/([a-z-]+)\(/g)].map(([, name = ""]) => ({ kind: "function" as const, name, excerpt })),
      ...[...new Set([...lower.matchAll(/(?:^|[\s,(])-?[\d.]+([a-z]+)\b/g)].map(([, unit = ""]) => unit))].map(
        (name) => ({ kind: "unit" as const, name, excerpt }),
      ),
    ];
  });
}
