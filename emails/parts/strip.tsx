import { Column, Row, Section, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { More } from "./cart-lines.tsx";
import { EachLine } from "./each-line.tsx";
import { labelsOf } from "./labels.ts";
import { type Look, ruled, textStyle } from "./look.ts";
import { Picture } from "./picture.tsx";
import { Totals } from "./totals.tsx";

/** The cart in brief, for messages whose point is another: small rows and the sum. */
export function Strip({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const cell = { padding: "10px 0", verticalAlign: "middle" as const };
  return (
    <Section style={{ paddingTop: "40px" }}>
      <EachLine lines={props.lines}>
        {(line) => (
          <Row className="rule" style={ruled(look)}>
            <Column width={40} style={{ ...cell, width: "40px" }}>
              <Picture look={look} line={line} size={40} />
            </Column>
            <Column style={{ ...cell, padding: "10px 14px" }}>
              <Text className="ink" style={textStyle(look, [15, 21], look.ink)}>
                {line.title}
              </Text>
              <Text className="faint" style={textStyle(look, [13, 19], look.faint)}>
                {line.variantTitle && `${line.variantTitle} · `}
                {`${labels.quantity} ${line.quantity}`}
              </Text>
            </Column>
            <Column
              className="soft"
              align={look.end}
              style={{ ...textStyle(look, [15, 21], look.soft), ...cell, textAlign: look.end, whiteSpace: "nowrap" }}
            >
              {line.price}
            </Column>
          </Row>
        )}
      </EachLine>
      <More look={look} text={props.more} />
      <Totals look={look} props={props} />
    </Section>
  );
}
