import { labelsOf } from "./parts/labels.ts";
import type { RecoveryLine, RecoveryProps } from "./recovery-props.ts";

/** The plain-text part: every fact of the HTML part, in the same order, for people who read mail as text. */
export function recoveryText(props: RecoveryProps): string {
  const labels = labelsOf[props.language];
  const { incentive, brand, links } = props;
  const offer = incentive
    ? [incentive.label, incentive.code && `${labels.code}: ${incentive.code}`, incentive.validUntil, incentive.terms]
    : [];
  const blocks = [
    [brand.name],
    [props.heading],
    ...props.paragraphs.map((paragraph) => [paragraph]),
    offer,
    [`${props.button.label}:`, props.button.url],
    [...props.lines.map(lineText), props.moreLines > 0 && labels.more(countText(props))],
    props.totals.map((total) => `${total.label}: ${total.value}`),
    [props.postscript],
    ["—", labels.why(brand.name), brand.address],
    [`${labels.unsubscribe}: ${links.unsubscribe}`, `${labels.preferences}: ${links.preferences}`],
    [`${labels.visit(brand.name)}: ${links.shop}`],
  ];
  return `${blocks.map(blockText).filter(Boolean).join("\n\n")}\n`;

  function lineText(line: RecoveryLine): string {
    const name = line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title;
    return `${oneLine(name)} · ${labels.quantity} ${number(line.quantity, props)} · ${line.price}`;
  }
}

/** How many further lines there are, in the digits of the language. */
export function countText(props: RecoveryProps): string {
  return number(props.moreLines, props);
}

function number(value: number, { language }: RecoveryProps): string {
  return new Intl.NumberFormat(language).format(value);
}

function blockText(parts: (string | null | false)[]): string {
  return parts.filter(Boolean).join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
