import { designedText } from "./designed-text.ts";
import { labelsOf } from "./parts/labels.ts";
import type { RecoveryProps } from "./recovery-message.ts";
import { lineText, pagesText } from "./text-lines.ts";

/** The plain-text part: every fact of the HTML part, in the same order, for people who read mail as text. */
export function recoveryText(props: RecoveryProps): string {
  if (props.design) return designedText(props, props.design);
  const labels = labelsOf[props.language];
  const { template, incentive, brand, links, answers, proof, loyalty } = props;
  const offer = incentive
    ? [incentive.label, incentive.code && `${labels.code}: ${incentive.code}`, incentive.validUntil]
    : [];
  const help = template === "help";
  const blocks = [
    [brand.name],
    template === "loyalty" && loyalty ? [`${loyalty.count} ${loyalty.caption}`] : [],
    [props.heading],
    ...props.paragraphs.map((paragraph) => [paragraph]),
    template === "social-proof" && proof ? [`${proof.count} ${proof.caption}`] : [],
    help && answers.delivery ? [`${labels.delivery}:`, answers.delivery] : [],
    help && answers.returns ? [`${labels.returns}:`, answers.returns] : [],
    help && answers.contact ? [`${labels.questions}:`, answers.contact.sentence] : [],
    offer,
    [`${props.button.label}:`, props.button.url],
    [...props.lines.map((line) => lineText(line, labels)), props.more],
    template === "low-stock" ? [labels.stockNote] : [],
    [...props.totals.map((total) => `${total.label}: ${total.value}`), props.taxNote],
    [props.postscript],
    template === "personal-note" ? [brand.sender] : [],
    brand.social.map(({ label, url }) => `${label}: ${url}`),
    ["—", props.why, props.notice, brand.address],
    [`${labels.unsubscribe}: ${links.unsubscribe}`, `${labels.preferences}: ${links.preferences}`],
    [`${labels.visit(brand.name)}: ${links.shop}`, links.verify && `${labels.verify}: ${links.verify}`],
  ];
  return pagesText(blocks);
}
