import { contrast, nearestReadable } from "../colour.ts";
import { type Finding, finding } from "./finding.ts";
import { blockOf, type MailPage, type MailText } from "./page.ts";
import { baseOf, knowsDark, type Painted, painted, type Scheme } from "./painted.ts";

const times: Record<Scheme, string> = { light: "by day", dark: "in dark mode" };

/** Texts that are hard to read on what lies behind them, by WCAG 2.2 (1.4.3): 4.5 to 1, and 3 to 1 for large text. */
export function checkContrast(page: MailPage): Finding[] {
  if (page.texts.length === 0) return [];
  if (knowsDark(page)) return [...lowContrast(page, "light"), ...lowContrast(page, "dark")];
  const unstyled = finding(
    ["dark_unstyled", "note"],
    [
      "The message says nothing of dark mode.",
      "Programs turn its colours round as each sees fit; the built-in templates bring their own dark colours.",
    ],
  );
  return [...lowContrast(page, "light"), unstyled];
}

type Low = { text: MailText; ink: string; ground: string; ratio: number; needed: number; count: number };

function lowContrast(page: MailPage, scheme: Scheme): Finding[] {
  const paints = painted(page, scheme);
  const lows = new Map<string, Low>();
  for (const text of page.texts) {
    const low = lowOf(text, (text.parent && paints.get(text.parent)) ?? baseOf(scheme));
    if (!low) continue;
    const key = `${low.ink} ${low.ground} ${low.needed}`;
    const known = lows.get(key);
    if (known) known.count += 1;
    else lows.set(key, low);
  }
  return [...lows.values()].map((low) => findingOf(low, scheme));
}

function lowOf(text: MailText, { ink, ground, size, bold, hidden }: Painted): Low | null {
  // Fillers of preheaders are letters that nobody sees.
  if (hidden || !ink || !ground || !/[\p{L}\p{N}\p{S}]/u.test(text.text)) return null;
  const needed = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
  const ratio = contrast(ink, ground);
  return ratio < needed ? { text, ink, ground, ratio, needed, count: 1 } : null;
}

function findingOf({ text, ink, ground, ratio, needed, count }: Low, scheme: Scheme): Finding {
  const better = nearestReadable(ink, [ground], needed);
  const places = count > 1 ? `, in ${count} places` : "";
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  return finding(
    ["contrast_low", ratio < 3 ? "error" : "warning"],
    [
      `Text in ${ink} on ${ground} reads badly ${times[scheme]}: ${shown} to 1 of ${needed}${places}.`,
      better ? `The nearest colour that passes is ${better}.` : "Choose another ground.",
    ],
    { excerpt: text.text, at: text.at, block: blockOf(text.parent) },
  );
}
