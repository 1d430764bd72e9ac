import { Section, Text } from "react-email";
import type { RecoveryIncentive, RecoveryProps } from "../recovery-message.ts";
import { labelsOf } from "./labels.ts";
import { type Look, onNight, rounded, textStyle } from "./look.ts";

type DeadlineProps = { look: Look; incentive: RecoveryIncentive; language: RecoveryProps["language"] };

const night = { ground: "#1d1b18", ...onNight };

/** When an offer ends, on a dark ground, by day as by night. */
export function Deadline({ look, incentive, language }: DeadlineProps) {
  const labels = labelsOf[language];
  const code = { fontFamily: "SF Mono,Menlo,Consolas,monospace", fontSize: "16px", letterSpacing: "0.08em" };
  return (
    <Section style={{ paddingTop: "28px" }}>
      <Section
        className="night"
        style={{ backgroundColor: night.ground, borderRadius: rounded(look, 12), padding: "28px 28px 30px" }}
      >
        <Text style={textStyle(look, [14, 21], night.soft)}>
          {incentive.ends ? labels.offerEnds : labels.yourOffer}
        </Text>
        <Text style={{ ...textStyle(look, [26, 34], night.ink), fontFamily: look.serif, paddingTop: "2px" }}>
          {incentive.ends ?? incentive.label}
        </Text>
        <Text style={{ ...textStyle(look, [15, 24], night.soft), paddingTop: "16px" }}>
          {incentive.ends && incentive.label}
          {incentive.ends && incentive.code && " · "}
          {incentive.code && `${labels.code} `}
          {incentive.code && (
            <span dir="ltr" style={{ ...code, color: night.ink, whiteSpace: "nowrap" }}>
              {incentive.code}
            </span>
          )}
        </Text>
      </Section>
    </Section>
  );
}
