type Rgb = [number, number, number];

const fallback = "#2f5d50";

/** A brand's accent as #rrggbb; a calm green when mail programs do not understand it or white paper would swallow it. */
export function accentOf(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) && contrast(colour, "#ffffff") >= 1.3 ? colour.toLowerCase() : fallback;
}

/** Black or white, whichever reads better on a colour (WCAG contrast). */
export function inkOn(colour: string): string {
  return contrast(colour, "#ffffff") >= 3.6 ? "#ffffff" : "#1a1a18";
}

/** The colour, moved towards black or white until it reads as text on a ground: contrast of at least 4.5. */
export function readableOn(ground: string, colour: string): string {
  const towards = contrast(ground, "#000000") > contrast(ground, "#ffffff") ? "#000000" : "#ffffff";
  for (let part = 0; part <= 1; part += 0.05) {
    const moved = mix(colour, towards, part);
    if (contrast(moved, ground) >= 4.5) return moved;
  }
  return towards;
}

/** Contrast that WCAG 2.2 asks of running text (success criterion 1.4.3, level AA). */
export const textContrast = 4.5;

/** The colour nearest to the one given that reads on every ground, or null where black and white fail on one of them. */
export function nearestReadable(colour: string, grounds: string[], least: number = textContrast): string | null {
  const passes = (one: string) => grounds.every((ground) => contrast(one, ground) >= least);
  if (passes(colour)) return colour.toLowerCase();
  for (let step = 1; step <= 100; step += 1) {
    const moved = ["#000000", "#ffffff"].map((end) => mix(colour, end, step / 100)).filter(passes);
    const [first] = moved.sort((a, b) => distance(a, colour) - distance(b, colour));
    if (first) return first;
  }
  return null;
}

function distance(first: string, second: string): number {
  const [from, to] = [channels(first), channels(second)];
  return Math.hypot(...from.map((channel, index) => channel - (to[index] ?? 0)));
}

/** `part` (0 to 1) of the second colour in the first. */
export function mix(first: string, second: string, part: number): string {
  const [from, to] = [channels(first), channels(second)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
