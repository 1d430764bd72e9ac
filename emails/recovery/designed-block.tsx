import { Text } from "react-email";
import type { Block } from "#domain/template-document/schema.ts";
import type { Design } from "../design.ts";
import { Action } from "../parts/action.tsx";
import { Airmail } from "../parts/airmail.tsx";
import { Answers } from "../parts/answers.tsx";
import { Deadline } from "../parts/deadline.tsx";
import { Paragraphs, Postscript } from "../parts/frame.tsx";
import { labelsOf } from "../parts/labels.ts";
import { type Look, textStyle } from "../parts/look.ts";
import { MemberCard } from "../parts/member-card.tsx";
import { OfferBand, OfferFigure } from "../parts/offer.tsx";
import { Columns, Divider, Heading, OwnPicture, OwnText, Signature } from "../parts/own-blocks.tsx";
import { Plinth } from "../parts/plinth.tsx";
import { Proof } from "../parts/proof.tsx";
import { Spacer } from "../parts/spacer.tsx";
import { Summary } from "../parts/summary.tsx";
import { Tick } from "../parts/tick.tsx";
import { Totals } from "../parts/totals.tsx";
import type { RecoveryProps } from "../recovery-message.ts";
import { DesignedLines } from "./designed-lines.tsx";

export type BlockProps = { look: Look; props: RecoveryProps; design: Design; block: Block; first: string | null };

/** One block of a saved template; in a preview it says which one it is. */
export function DesignedBlock(drawn: BlockProps) {
  const { design, block } = drawn;
  if (!design.marked) return <Drawn {...drawn} />;
  return (
    <div data-block={block.id}>
      <Drawn {...drawn} />
    </div>
  );
}

function Drawn(drawn: BlockProps) {
  const { look, props, design, block, first } = drawn;
  const { incentive, language } = props;
  const text = design.own[block.id];
  const [line] = props.lines;
  switch (block.kind) {
    case "heading":
      return (
        <Heading look={look} size={block.size} align={block.align} first={block.id === first}>
          {block.text ? (text ?? "") : props.heading}
        </Heading>
      );
    case "words":
      return <Paragraphs look={look} texts={props.paragraphs} {...centred(block)} />;
    case "postscript":
      return <Postscript look={look} text={props.postscript} {...centred(block)} />;
    case "paragraph":
      return (
        <OwnText look={look} small={block.size === "small"} align={block.align}>
          {text ?? ""}
        </OwnText>
      );
    case "button":
      return <OwnButton {...{ look, props, design, block }} />;
    case "picture": {
      const { width, align } = block;
      const picture = { look, width, align, src: design.own[`${block.id}.url`] ?? "", alt: text ?? "" };
      return <OwnPicture {...picture} href={block.to && targetOf(block.to, props)} />;
    }
    case "columns": {
      const column = (blocks: Block[]) =>
        blocks.map((one) => <DesignedBlock key={one.id} {...{ look, props, design, first, block: one }} />);
      return <Columns look={look} share={block.share} left={column(block.left)} right={column(block.right)} />;
    }
    case "lines":
      return <DesignedLines {...{ look, props, block, own: text ?? "" }} />;
    case "hero":
      return line ? <Plinth look={look} line={line} /> : null;
    case "summary":
      return <Summary look={look} props={props} />;
    case "totals":
      return <Totals look={look} props={props} />;
    case "offer": {
      const Offer = block.variant === "figure" ? OfferFigure : OfferBand;
      return incentive && <Offer look={look} incentive={incentive} language={language} />;
    }
    case "deadline":
      return incentive && <Deadline look={look} incentive={incentive} language={language} />;
    case "answers":
      return <Answers look={look} props={props} />;
    case "proof":
      return props.proof && <Proof look={look} proof={props.proof} />;
    case "member":
      return props.loyalty && <MemberCard look={look} loyalty={props.loyalty} name={props.brand.name} />;
    case "stock_note":
      return (
        <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), paddingTop: "20px" }}>
          {labelsOf[language].stockNote}
        </Text>
      );
    case "signature":
      return <Signature look={look} sender={props.brand.sender} brand={props.brand.name} />;
    case "ornament":
      return block.variant === "tick" ? <Tick look={look} /> : <Airmail look={look} />;
    case "divider":
      return <Divider look={look} />;
    case "spacer":
      return <Spacer height={block.height} />;
  }
}

const centred = ({ align }: { align: "start" | "center" }) => (align === "center" ? { align } : {});

function targetOf(to: "cart" | "shop", props: RecoveryProps): string {
  return to === "cart" ? props.button.url : props.links.shop;
}

type ButtonProps = Pick<BlockProps, "look" | "props" | "design"> & { block: Extract<Block, { kind: "button" }> };

function OwnButton({ look, props, design, block }: ButtonProps) {
  const own = { label: design.own[block.id] ?? "", width: design.own[`${block.id}.width`] ?? "280" };
  const { label, width } = block.label ? own : props.button;
  return <Action look={look} label={label} width={width} url={targetOf(block.to, props)} {...centred(block)} />;
}
