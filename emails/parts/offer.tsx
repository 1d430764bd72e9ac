import { Column, Row, Section, Text } from "react-email";
import type { RecoveryIncentive, RecoveryProps } from "../recovery-message.ts";
import { labelsOf } from "./labels.ts";
import { type Look, rounded, textStyle } from "./look.ts";

type OfferProps = { look: Look; incentive: RecoveryIncentive; language: RecoveryProps["language"] };

/** An incentive as a quiet band: what it is on one side, its code on the other. */
export function OfferBand({ look, incentive, language }: OfferProps) {
  const labels = labelsOf[language];
  return (
    <Section style={{ paddingTop: "28px" }}>
      <Section
        className="tint"
        style={{ backgroundColor: look.brand.tint, borderRadius: rounded(look, 8), padding: "22px 24px" }}
      >
        <Row>
          <Column align={look.start} style={{ verticalAlign: "middle" }}>
            <Text className="soft" style={textStyle(look, [13, 20], look.soft)}>
              {labels.yourOffer}
            </Text>
            <Text
              className="accent"
              style={{ ...textStyle(look, [23, 31], look.brand.accentText), fontFamily: look.serif }}
            >
              {incentive.label}
            </Text>
          </Column>
          {incentive.code && (
            <Column align={look.end} style={{ verticalAlign: "middle", paddingInlineStart: "16px" }}>
              <Code look={look} code={incentive.code} />
            </Column>
          )}
        </Row>
        <SmallPrint look={look} lines={[incentive.code && labels.code, incentive.validUntil]} />
      </Section>
    </Section>
  );
}

/** An incentive as the message's main thing: the figure large, its code under it. */
export function OfferFigure({ look, incentive, language }: OfferProps) {
  const labels = labelsOf[language];
  return (
    <Section
      className="tint"
      style={{ backgroundColor: look.brand.tint, borderRadius: rounded(look, 8), padding: "36px 24px 32px" }}
    >
      <Text
        className="accent figure"
        style={{
          ...textStyle(look, [54, 62], look.brand.accentText),
          fontFamily: look.serif,
          textAlign: "center",
          letterSpacing: "-0.02em",
        }}
      >
        {incentive.label}
      </Text>
      {incentive.code && (
        <Section style={{ paddingTop: "20px", textAlign: "center" }}>
          <Code look={look} code={incentive.code} />
        </Section>
      )}
      <SmallPrint look={look} lines={[incentive.code && labels.code, incentive.validUntil]} align="center" />
    </Section>
  );
}

/** A code to be copied. */
export function Code({ look, code }: { look: Look; code: string }) {
  return (
    <span
      className="code"
      dir="ltr"
      style={{
        display: "inline-block",
        border: `1px dashed ${look.brand.accentText}`,
        borderRadius: "6px",
        padding: "9px 16px",
        color: look.ink,
        fontFamily: "SF Mono,Menlo,Consolas,monospace",
        fontSize: "16px",
        lineHeight: "22px",
        letterSpacing: "0.08em",
      }}
    >
      {code}
    </span>
  );
}

function SmallPrint({ look, lines, align }: { look: Look; lines: (string | null)[]; align?: "center" }) {
  const shown = lines.filter((line) => line !== null);
  if (shown.length === 0) return null;
  return (
    <Text
      className="soft"
      style={{ ...textStyle(look, [13, 20], look.soft), paddingTop: "14px", ...(align && { textAlign: align }) }}
    >
      {shown.join(" · ")}
    </Text>
  );
}
