import { Section, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { type Look, rounded, textStyle } from "./look.ts";

type MemberCardProps = { look: Look; loyalty: NonNullable<RecoveryProps["loyalty"]>; name: string };

/** The orders of somebody who came back, like a card that is stamped at the counter. */
export function MemberCard({ look, loyalty, name }: MemberCardProps) {
  const { accent, onAccent } = look.brand;
  return (
    <Section
      className="solid"
      style={{ backgroundColor: accent, borderRadius: rounded(look, 14), padding: "26px 28px 28px" }}
    >
      <Text
        className="onsolid"
        style={{ ...textStyle(look, [20, 28], onAccent), fontFamily: look.serif, fontWeight: 600 }}
      >
        {name}
      </Text>
      <Text
        className="onsolid"
        style={{ ...textStyle(look, [60, 64], onAccent), fontFamily: look.serif, paddingTop: "28px" }}
      >
        {loyalty.count}
      </Text>
      <Text className="onsolid" style={textStyle(look, [15, 22], onAccent)}>
        {loyalty.caption}
      </Text>
      <Text
        className="onsolid"
        aria-hidden
        style={{ ...textStyle(look, [24, 30], onAccent), letterSpacing: "0.12em", paddingTop: "22px" }}
      >
        {loyalty.stamps}
      </Text>
    </Section>
  );
}
