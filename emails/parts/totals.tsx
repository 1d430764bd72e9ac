import { Column, Row, Section, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { type Look, ruled, textStyle } from "./look.ts";

/** What the cart comes to, its last row the sum. */
export function Totals({ look, props }: { look: Look; props: RecoveryProps }) {
  if (props.totals.length === 0 && !props.taxNote) return null;
  return (
    <Section className="rule" style={{ ...ruled(look), paddingTop: "14px" }}>
      {props.totals.map((total, index) => {
        const tone = total.strong ? look.ink : look.soft;
        const name = total.strong ? "ink" : "soft";
        const style = {
          ...textStyle(look, [total.strong ? 17 : 15, 28], tone),
          ...(total.strong && { fontWeight: 600 }),
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <Row key={index}>
            <Column align={look.start} className={name} style={style}>
              {total.label}
            </Column>
            <Column align={look.end} className={name} style={{ ...style, textAlign: look.end, whiteSpace: "nowrap" }}>
              {total.value}
            </Column>
          </Row>
        );
      })}
      {props.taxNote && (
        <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), textAlign: look.end }}>
          {props.taxNote}
        </Text>
      )}
    </Section>
  );
}
