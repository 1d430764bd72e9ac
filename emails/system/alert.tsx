import { Section, Text } from "react-email";
import { lookOf, textStyle } from "../parts/look.ts";
import { product, SystemFrame } from "./system-frame.tsx";

/** Something that a member must see to: what happened, what to do about it, and where. All texts are ready to show. */
export type AlertProps = {
  tenantName: string;
  title: string;
  /** What happened, one sentence or paragraph each. */
  happened: string[];
  /** What to do, one step each, in order. */
  steps: string[];
  link: { label: string; url: string };
  /** When it was noticed, as the reader writes moments. */
  noticedAt: string;
};

export function alertSubject({ title, tenantName }: AlertProps): string {
  return `${title} (${tenantName})`.replace(/\s+/g, " ");
}

export function alertFooter({ tenantName, noticedAt }: AlertProps): string {
  return `Noticed at ${noticedAt}. You receive this because you look after ${tenantName}.`;
}

export function Alert(props: AlertProps) {
  const look = lookOf("en", product.accent);
  const plain = textStyle(look, [16, 25], look.ink);
  return (
    <SystemFrame
      subject={props.title}
      paragraphs={props.happened}
      button={props.link}
      footer={alertFooter(props)}
      above={
        props.steps.length > 0 && (
          <Section style={{ paddingTop: "24px" }}>
            <Section
              className="tint"
              style={{ backgroundColor: look.brand.tint, borderRadius: "8px", padding: "18px 22px" }}
            >
              <Text className="soft" style={{ ...textStyle(look, [13, 20], look.soft), fontWeight: 600 }}>
                What to do
              </Text>
              {props.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
                <Text key={index} className="ink" style={{ ...plain, paddingTop: "6px" }}>
                  {props.steps.length > 1 ? `${index + 1}. ${step}` : step}
                </Text>
              ))}
            </Section>
          </Section>
        )
      }
    />
  );
}
