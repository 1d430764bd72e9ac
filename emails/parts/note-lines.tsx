import { Column, Row, Section, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { EachLine } from "./each-line.tsx";
import { labelsOf } from "./labels.ts";
import { type Look, textStyle } from "./look.ts";

/** The cart as a person would write it down, with the offer and the sum below. */
export function NoteLines({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const { incentive } = props;
  const plain = textStyle(look, [16, 26], look.ink);
  const soft = textStyle(look, [15, 26], look.soft);
  const offer = incentive && [
    incentive.label,
    incentive.code && `${labels.code}: ${incentive.code}`,
    incentive.validUntil,
  ];
  return (
    <Section style={{ paddingTop: "20px" }}>
      <Section className="rule" style={{ [side(look)]: `2px solid ${look.rule}`, padding: "2px 18px" }}>
        <EachLine lines={props.lines}>
          {(line) => (
            <Row>
              <Column className="ink" style={plain}>
                {line.title}
                {line.variantTitle && `, ${line.variantTitle}`}
                <span className="faint" style={{ color: look.faint }}>
                  {` × ${line.quantity}`}
                </span>
              </Column>
              <Column
                className="soft"
                style={{ ...soft, ...beside(look), textAlign: look.end, verticalAlign: "top", whiteSpace: "nowrap" }}
              >
                {line.price}
              </Column>
            </Row>
          )}
        </EachLine>
        {props.more && (
          <Text className="soft" style={soft}>
            {props.more}
          </Text>
        )}
        {props.totals.map((total, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <Row key={index}>
            <Column className="soft" style={soft}>
              {total.label}
            </Column>
            <Column
              className="ink"
              style={{ ...plain, fontWeight: total.strong ? 600 : 400, textAlign: look.end, whiteSpace: "nowrap" }}
            >
              {total.value}
            </Column>
          </Row>
        ))}
        {props.taxNote && (
          <Text className="faint" style={textStyle(look, [14, 22], look.faint)}>
            {props.taxNote}
          </Text>
        )}
      </Section>
      {offer && (
        <Text className="ink" style={{ ...plain, paddingTop: "16px" }}>
          {offer.filter(Boolean).join(" · ")}
        </Text>
      )}
    </Section>
  );
}

/** A gap between a name that fills its cell and its price. */
function beside(look: Look) {
  return { [look.start === "left" ? "paddingLeft" : "paddingRight"]: "14px" };
}

function side(look: Look): "borderLeft" | "borderRight" {
  return look.start === "left" ? "borderLeft" : "borderRight";
}
