import { type ColourPart, type Ground, groundsOf, type KitColours } from "./brand-look.ts";
import { contrast, nearestReadable, textContrast } from "./colour.ts";

/** Two colours of a brand that are read against each other. `part` is the one to change. */
export type ColourPair = {
  ground: Ground;
  part: ColourPart;
  says: string;
  ink: string;
  on: string;
  ratio: number;
  passes: boolean;
  /** The nearest colour for `part` that passes everywhere it stands; null where none does. */
  suggestion: string | null;
  /** A failing pair that somebody chose is not kept; one that follows from the accent is only shown. */
  chosen: boolean;
};

const grounds: Ground[] = ["light", "dark"];

/** How a brand's colours read by WCAG 2.2 (1.4.3, level AA: 4.5 to 1). */
export function colourPairs(accent: string, colours: KitColours): ColourPair[] {
  const all = groundsOf(accent, colours);
  return grounds.flatMap((ground) => {
    const { card, page, ink, tint, accent: shown, onAccent } = all[ground];
    const chosen = colours[ground];
    const text = Boolean(chosen.text || chosen.card || chosen.page);
    const pair = pairOn(ground);
    return [
      pair({ part: "text", says: "Text on the card", ink, on: card, among: [card, page, tint], chosen: text }),
      pair({ part: "text", says: "Footer on the page", ink, on: page, among: [card, page, tint], chosen: text }),
      pair({
        part: "text",
        says: "Text on the tint of offers",
        ink,
        on: tint,
        among: [card, page, tint],
        chosen: text,
      }),
      pair({
        part: "buttonText",
        says: "Label on the button",
        ink: onAccent,
        on: shown,
        among: [shown],
        chosen: Boolean(chosen.buttonText),
      }),
      ...(ground === "dark" ? nightPairs(colours, { card, page }) : []),
    ];
  });
}

type Compared = { part: ColourPart; says: string; ink: string; on: string; among: string[]; chosen: boolean };

const pairOn = (ground: Ground) => {
  return ({ among, ...pair }: Compared): ColourPair => {
    const ratio = contrast(pair.ink, pair.on);
    const passes = ratio >= textContrast;
    return { ...pair, ground, ratio, passes, suggestion: passes ? null : nearestReadable(pair.ink, among) };
  };
};

/** A ground for the night has to be dark: offers and deadlines stand on it in light letters. */
function nightPairs({ dark }: KitColours, { card, page }: { card: string; page: string }): ColourPair[] {
  const least = 10;
  return (["card", "page"] as const).flatMap((part) => {
    const on = part === "card" ? card : page;
    const ratio = contrast("#ffffff", on);
    if (!dark[part] || ratio >= least) return [];
    const suggestion = nearestReadable(on, ["#ffffff"], least);
    return [
      {
        ground: "dark" as const,
        part,
        says: "Dark enough for the night",
        ink: "#ffffff",
        on,
        ratio,
        passes: false,
        suggestion,
        chosen: true,
      },
    ];
  });
}

/** What keeps colours from being kept. */
export function refusedPairs(accent: string, colours: KitColours): ColourPair[] {
  return colourPairs(accent, colours).filter(({ passes, chosen }) => chosen && !passes);
}
