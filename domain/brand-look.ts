import { accentOf, contrast, inkOn, mix, nearestReadable, readableOn, textContrast } from "./colour.ts";

export const colourParts = ["accent", "buttonText", "page", "card", "text"] as const;
/** What a brand may colour: the button, its label, the ground around the card, the card, and the words on it. */
export type ColourPart = (typeof colourParts)[number];
export type Ground = "light" | "dark";

/** Chosen colours as #rrggbb; a part that is not there follows from the others. The light accent is the brand's own. */
export type KitColours = {
  light: Partial<Record<Exclude<ColourPart, "accent">, string>>;
  dark: Partial<Record<ColourPart, string>>;
};
export const houseColours: KitColours = { light: {}, dark: {} };

const houseLight = {
  page: "#f4f2ee",
  card: "#ffffff",
  ink: "#1d1b18",
  soft: "#57534d",
  faint: "#6f6b64",
  rule: "#e8e4dd",
};
const houseDark = {
  page: "#121110",
  card: "#1c1b19",
  ink: "#f3f0eb",
  soft: "#b9b4ac",
  faint: "#958f86",
  rule: "#35322e",
};

/** The grounds and inks of a message. */
export type GroundInks = typeof houseLight;
/** What becomes of the accent on a ground. */
export type AccentInks = { accent: string; onAccent: string; accentText: string; tint: string };

/** Every colour of a message by day and by night, readable where it stands. */
export function groundsOf(
  accentColour: string,
  { light, dark }: KitColours = houseColours,
): Record<Ground, GroundInks & AccentInks> {
  const accent = accentOf(accentColour);
  const nightCard = dark.card ?? houseDark.card;
  // A near-black accent would vanish on a dark ground: there the ink takes its place.
  const vanishes = contrast(accent, nightCard) < 1.7;
  const darkAccent = dark.accent ?? (vanishes ? houseDark.ink : accent);
  const share = dark.accent || !vanishes ? 0.2 : 0.08;
  const day = accentInks(accent, { card: light.card ?? houseLight.card, share: 0.1, label: light.buttonText });
  const night = accentInks(darkAccent, { card: nightCard, share, label: dark.buttonText });
  return {
    light: { ...inksOf(houseLight, light, day.tint), ...day },
    dark: { ...inksOf(houseDark, dark, night.tint), ...night },
  };
}

function inksOf(house: GroundInks, chosen: KitColours["light"], tint: string): GroundInks {
  const { page = house.page, card = house.card, text } = chosen;
  if (!chosen.page && !chosen.card && !text) return house;
  const grounds = [page, card, tint];
  const ink = text ?? nearestReadable(house.ink, grounds) ?? readableOn(card, house.ink);
  return {
    ...{ page, card, ink },
    soft: quieter(ink, { card, grounds, most: 0.28 }),
    faint: quieter(ink, { card, grounds, most: 0.4 }),
    rule: mix(card, ink, 0.14),
  };
}

/** The ink, moved towards the card as far as it still reads on every ground. */
function quieter(ink: string, { card, grounds, most }: { card: string; grounds: string[]; most: number }): string {
  for (let part = most; part > 0; part -= 0.02) {
    const moved = mix(ink, card, part);
    if (grounds.every((ground) => contrast(moved, ground) >= textContrast)) return moved;
  }
  return ink;
}

function accentInks(
  accent: string,
  { card, share, label }: { card: string; share: number; label: string | undefined },
): AccentInks {
  const tint = mix(card, accent, share);
  const onTint = readableOn(tint, accent);
  // Headings of answers and links stand on the card itself.
  const accentText =
    contrast(onTint, card) >= textContrast ? onTint : (nearestReadable(accent, [tint, card]) ?? onTint);
  return { accent, onAccent: label ?? inkOn(accent), accentText, tint };
}
