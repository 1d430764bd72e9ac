import type { Block, BlockKind } from "#domain/template-document/schema.ts";
import type { Design } from "./design.ts";
import { labelsOf } from "./parts/labels.ts";
import type { RecoveryProps } from "./recovery-message.ts";
import { lineText, pagesText, type TextPart } from "./text-lines.ts";

/** The plain-text part of a saved template: its blocks in their order, with every fact of the HTML part. */
export function designedText(props: RecoveryProps, design: Design): string {
  const labels = labelsOf[props.language];
  const { brand, links } = props;
  return pagesText([
    [brand.name],
    ...design.blocks.flatMap((block) => partsOf(block, props, design)),
    brand.social.map(({ label, url }) => `${label}: ${url}`),
    ["—", design.own.footer, props.why, props.notice, brand.address],
    [`${labels.unsubscribe}: ${links.unsubscribe}`, `${labels.preferences}: ${links.preferences}`],
    [`${labels.visit(brand.name)}: ${links.shop}`, links.verify && `${labels.verify}: ${links.verify}`],
  ]);
}

function partsOf(block: Block, props: RecoveryProps, design: Design): TextPart[] {
  const own = design.own[block.id];
  switch (block.kind) {
    case "heading":
      return [[block.text ? own : props.heading]];
    case "paragraph":
      return [[own]];
    case "picture":
      return [[own && `[${own}]`]];
    case "button":
      return [buttonPart(block, own ?? "", props)];
    case "columns":
      return [...block.left, ...block.right].flatMap((one) => partsOf(one, props, design));
    case "lines":
      return linesParts(block, own, props);
    default:
      return factParts(block.kind, props);
  }
}

/** What a block says that is made of facts and the writer's words alone. */
function factParts(kind: Exclude<BlockKind, OwnKind>, props: RecoveryProps): TextPart[] {
  const { proof, loyalty } = props;
  const labels = labelsOf[props.language];
  switch (kind) {
    case "words":
      return props.paragraphs.map((paragraph) => [paragraph]);
    case "postscript":
      return [[props.postscript]];
    case "hero":
      return [props.lines.slice(0, 1).map((line) => lineText(line, labels))];
    case "summary":
      return [[props.count, `${labels.total}: ${props.total}`]];
    case "totals":
      return [totalsPart(props)];
    case "offer":
    case "deadline":
      return [offerPart(props)];
    case "answers":
      return answerParts(props);
    case "proof":
      return [[proof && `${proof.count} ${proof.caption}`]];
    case "member":
      return [[loyalty && `${loyalty.count} ${loyalty.caption}`]];
    case "stock_note":
      return [[labels.stockNote]];
    case "signature":
      return [[props.brand.sender]];
    case "ornament":
    case "divider":
    case "spacer":
      return [];
  }
}

type OwnKind = "heading" | "paragraph" | "picture" | "button" | "columns" | "lines";

function buttonPart(block: Extract<Block, { kind: "button" }>, own: string, props: RecoveryProps): TextPart {
  const { label, url } = props.button;
  return [`${block.label ? own : label}:`, block.to === "cart" ? url : props.links.shop];
}

function linesParts(
  block: Extract<Block, { kind: "lines" }>,
  own: string | undefined,
  props: RecoveryProps,
): TextPart[] {
  const labels = labelsOf[props.language];
  const lines = block.from === "second" ? props.lines.slice(1) : props.lines;
  return [
    [block.heading === "own" && own, ...lines.map((line) => lineText(line, labels)), props.more],
    block.totals ? totalsPart(props) : [],
  ];
}

function totalsPart({ totals, taxNote }: RecoveryProps): TextPart {
  return [...totals.map(({ label, value }) => `${label}: ${value}`), taxNote];
}

function offerPart({ incentive, language }: RecoveryProps): TextPart {
  if (!incentive) return [];
  const code = incentive.code && `${labelsOf[language].code}: ${incentive.code}`;
  return [incentive.label, code, incentive.validUntil];
}

function answerParts({ answers, language }: RecoveryProps): TextPart[] {
  const labels = labelsOf[language];
  return [
    answers.delivery ? [`${labels.delivery}:`, answers.delivery] : [],
    answers.returns ? [`${labels.returns}:`, answers.returns] : [],
    answers.contact ? [`${labels.questions}:`, answers.contact.sentence] : [],
  ];
}
