import { Column, Row, Section, Text } from "react-email";
import { lookOf, textStyle } from "../parts/look.ts";
import { product, SystemFrame } from "./system-frame.tsx";

/** What waits for a reviewer: texts ready to show, the nearest deadline first. */
export type DigestProps = {
  url: string;
  settingsUrl: string;
  tenantName: string;
  count: number;
  nextDue: string | null;
  steps: { name: string; count: number; nextDue: string | null }[];
};

export function digestSubject({ count, tenantName }: DigestProps): string {
  return `${count} ${count === 1 ? "draft waits" : "drafts wait"} for review at ${tenantName}`;
}

export function digestWords({ count, nextDue, settingsUrl }: DigestProps) {
  const deadline = nextDue ? ` The nearest deadline is ${nextDue}.` : "";
  return {
    paragraphs: [
      `${count === 1 ? "One draft waits" : `${count} drafts wait`} for somebody to read ${count === 1 ? "it" : "them"}.${deadline}`,
    ],
    footer: `You choose how often you hear this: ${settingsUrl}`,
  };
}

/** One line of text for each step that has drafts waiting. */
export function digestLine({ name, count, nextDue }: DigestProps["steps"][number]): string {
  return `${name}: ${count}${nextDue ? `, first due ${nextDue}` : ""}`;
}

export function Digest(props: DigestProps) {
  const look = lookOf("en", product.accent);
  const plain = textStyle(look, [15, 24], look.ink);
  const small = textStyle(look, [13, 21], look.faint);
  return (
    <SystemFrame
      subject={digestSubject(props)}
      button={{ label: "Open the queue", url: props.url }}
      {...digestWords(props)}
      above={
        <Section style={{ padding: "20px 0 4px" }}>
          {props.steps.map((step) => (
            <Row key={step.name} className="rule" style={{ borderTop: `1px solid ${look.rule}` }}>
              <Column style={{ padding: "10px 0", verticalAlign: "top" }}>
                <Text className="ink" style={plain}>
                  {step.name}
                </Text>
                {step.nextDue ? <Text className="faint" style={small}>{`First due ${step.nextDue}`}</Text> : null}
              </Column>
              <Column align={look.end} style={{ padding: "10px 0 10px 16px", verticalAlign: "top", width: "64px" }}>
                <Text className="ink" style={{ ...plain, fontWeight: 600, textAlign: look.end }}>
                  {step.count}
                </Text>
              </Column>
            </Row>
          ))}
        </Section>
      }
    />
  );
}
