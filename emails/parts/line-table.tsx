import { Column, Row, Section, Text } from "react-email";
import type { RecoveryLine, RecoveryProps } from "../recovery-message.ts";
import { More } from "./cart-lines.tsx";
import { EachLine } from "./each-line.tsx";
import { labelsOf } from "./labels.ts";
import { type Look, ruled, textStyle } from "./look.ts";
import { LineTitle, Picture } from "./picture.tsx";
import { Totals } from "./totals.tsx";

/** The cart as a list to check: narrow rows under headings, for carts of many lines. */
export function LineTable({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const head = { ...textStyle(look, [13, 20], look.faint), padding: "0 0 10px" };
  return (
    <Section style={{ paddingTop: "36px" }}>
      <Row>
        <Column className="faint" style={head}>
          {labels.item}
        </Column>
        <Column className="faint" style={{ ...head, ...figure(look), ...middle }}>
          {labels.quantity}
        </Column>
        <Column className="faint narrow" style={{ ...head, ...figure(look), ...last, ...apart(look) }}>
          {labels.price}
        </Column>
      </Row>
      <EachLine lines={props.lines}>{(line) => <TableLine look={look} line={line} />}</EachLine>
      <More look={look} text={props.more} />
      <Totals look={look} props={props} />
    </Section>
  );
}

const middle = { width: "56px" };
const last = { width: "112px" };
const figure = (look: Look) => ({ textAlign: look.end, whiteSpace: "nowrap" as const });
/** A long price fills its cell: without this a quantity of 1 reads as its first digit. */
const apart = (look: Look) => ({ [look.start === "left" ? "paddingLeft" : "paddingRight"]: "14px" });

function TableLine({ look, line }: { look: Look; line: RecoveryLine }) {
  const cell = { padding: "10px 0", verticalAlign: "middle" as const };
  const plain = textStyle(look, [15, 21], look.ink);
  return (
    <Row className="rule" style={ruled(look)}>
      <Column width={44} style={{ ...cell, width: "44px" }}>
        <Picture look={look} line={line} size={44} />
      </Column>
      <Column style={{ ...cell, padding: "10px 14px" }}>
        <Text className="ink" style={{ ...plain, fontWeight: 600 }}>
          <LineTitle look={look} line={line} />
        </Text>
        {line.variantTitle && (
          <Text className="soft" style={textStyle(look, [13, 19], look.soft)}>
            {line.variantTitle}
          </Text>
        )}
      </Column>
      <Column className="soft" style={{ ...textStyle(look, [15, 21], look.soft), ...cell, ...figure(look), ...middle }}>
        {line.quantity}
      </Column>
      <Column className="ink narrow" style={{ ...plain, ...cell, ...figure(look), ...last, ...apart(look) }}>
        {line.price}
      </Column>
    </Row>
  );
}
