import { Column, Row, Section, Text } from "react-email";
import type { RecoveryLine, RecoveryProps } from "../recovery-message.ts";
import { EachLine } from "./each-line.tsx";
import type { Labels } from "./label-set.ts";
import { labelsOf } from "./labels.ts";
import { type Look, ruled, textStyle } from "./look.ts";
import { LineTitle, Picture } from "./picture.tsx";
import { Totals } from "./totals.tsx";

type CartLinesProps = { look: Look; props: RecoveryProps; lines?: RecoveryLine[]; heading?: string };

/** What lies in the cart, one row each, and what it comes to. */
export function CartLines({ look, props, lines = props.lines, heading }: CartLinesProps) {
  const labels = labelsOf[props.language];
  return (
    <Section style={{ paddingTop: "40px" }}>
      {heading && lines.length > 0 && <PartHeading look={look}>{heading}</PartHeading>}
      <EachLine lines={lines}>{(line) => <Line look={look} line={line} labels={labels} />}</EachLine>
      <More look={look} text={props.more} />
      <Totals look={look} props={props} />
    </Section>
  );
}

/** A small heading above a part of the message. */
export function PartHeading({ look, children, align }: { look: Look; children: string; align?: "center" }) {
  const style = { ...textStyle(look, [13, 20], look.soft), fontWeight: 600, paddingBottom: "12px" };
  return (
    <Text className="soft" style={{ ...style, ...(align && { textAlign: align }) }}>
      {children}
    </Text>
  );
}

/** How many further lines there are. */
export function More({ look, text }: { look: Look; text: string | null }) {
  if (!text) return null;
  return (
    <Text className="soft rule" style={{ ...ruled(look), ...textStyle(look, [14, 22], look.soft), padding: "14px 0" }}>
      {text}
    </Text>
  );
}

type LineProps = { look: Look; line: RecoveryLine; labels: Labels };

function Line({ look, line, labels }: LineProps) {
  const title = { ...textStyle(look, [15, 22], look.ink), fontWeight: 600 };
  return (
    <Row className="rule" style={ruled(look)}>
      <Column width={72} style={{ width: "72px", padding: "16px 0", verticalAlign: "top" }}>
        <Picture look={look} line={line} size={72} />
      </Column>
      <Column style={{ padding: "16px", verticalAlign: "top", textAlign: look.start }}>
        <Text style={title} className="ink">
          <LineTitle look={look} line={line} />
        </Text>
        {line.variantTitle && (
          <Text className="soft" style={{ ...textStyle(look, [14, 21], look.soft), paddingTop: "2px" }}>
            {line.variantTitle}
          </Text>
        )}
        <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), paddingTop: "2px" }}>
          {`${labels.quantity} ${line.quantity}`}
        </Text>
        {line.left && <Left look={look} text={line.left} />}
      </Column>
      <Column align={look.end} style={{ padding: "16px 0", verticalAlign: "top", whiteSpace: "nowrap" }}>
        <Text className="ink" style={{ ...textStyle(look, [15, 22], look.ink), textAlign: look.end }}>
          {line.price}
        </Text>
      </Column>
    </Row>
  );
}

/** How few pieces are left, as a tag. */
function Left({ look, text }: { look: Look; text: string }) {
  return (
    <Text style={{ ...textStyle(look, [13, 20], look.brand.accentText), paddingTop: "8px" }}>
      <span
        className="tint accent"
        style={{
          backgroundColor: look.brand.tint,
          borderRadius: "5px",
          color: look.brand.accentText,
          display: "inline-block",
          fontWeight: 600,
          padding: "3px 10px",
        }}
      >
        {text}
      </span>
    </Text>
  );
}
