import { Column, Row, Section } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { labelsOf } from "./labels.ts";
import { type Look, rounded, textStyle } from "./look.ts";

/** How much there is and what it comes to, before any line is read. */
export function Summary({ look, props }: { look: Look; props: RecoveryProps }) {
  const cell = { ...textStyle(look, [17, 24], look.ink), padding: "18px 22px" };
  return (
    <Section style={{ paddingTop: "28px" }}>
      <Row className="tint" style={{ backgroundColor: look.brand.tint, borderRadius: rounded(look, 8) }}>
        <Column className="ink" style={cell}>
          {props.count ?? labelsOf[props.language].total}
        </Column>
        <Column
          className="ink"
          align={look.end}
          style={{ ...cell, fontWeight: 600, textAlign: look.end, whiteSpace: "nowrap" }}
        >
          {props.total}
        </Column>
      </Row>
    </Section>
  );
}
