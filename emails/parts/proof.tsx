import { Section, Text } from "react-email";
import type { CountedOrders } from "../recovery-orders.ts";
import { type Look, textStyle } from "./look.ts";

/** How many people ordered lately: one number from the shop's own orders, and nothing said in anybody's name. */
export function Proof({ look, proof }: { look: Look; proof: CountedOrders }) {
  const centred = { textAlign: "center" as const };
  const line = `1px solid ${look.rule}`;
  return (
    <Section style={{ paddingTop: "32px" }}>
      <Section className="rule" style={{ borderTop: line, borderBottom: line, padding: "30px 0 28px" }}>
        <Text
          className="accent figure"
          style={{
            ...textStyle(look, [60, 64], look.brand.accentText),
            ...centred,
            fontFamily: look.serif,
            letterSpacing: "-0.02em",
          }}
        >
          {proof.count}
        </Text>
        <Text className="soft" style={{ ...textStyle(look, [16, 24], look.soft), ...centred, paddingTop: "6px" }}>
          {proof.caption}
        </Text>
      </Section>
    </Section>
  );
}
