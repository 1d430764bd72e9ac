import type { Labels } from "./parts/label-set.ts";
import type { RecoveryLine } from "./recovery-message.ts";

/** One part of a plain-text message: its lines, those that are not there left out. */
export type TextPart = (string | null | undefined | false)[];

/** Parts with an empty line between them. */
export function pagesText(parts: TextPart[]): string {
  const written = parts.map((part) => part.filter(Boolean).join("\n")).filter(Boolean);
  return `${written.join("\n\n")}\n`;
}

/** A line of the cart in one line of text. */
export function lineText(line: RecoveryLine, labels: Labels): string {
  const name = line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title;
  return [oneLine(name), `${labels.quantity} ${line.quantity}`, line.price, line.left].filter(Boolean).join(" · ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
