import type { ReactNode } from "react";
import { Text } from "react-email";
import { Action } from "../parts/action.tsx";
import { Frame, Paragraphs, Title } from "../parts/frame.tsx";
import { lookOf, textStyle } from "../parts/look.ts";

export const product = { name: "Comeback", accent: "#2f5d50" };

type SystemFrameProps = {
  subject: string;
  paragraphs: string[];
  button: { label: string; url: string };
  footer: ReactNode;
  /** Stands between the words and the button. */
  above?: ReactNode;
};

/** The frame of a message to a member: the same parts in the product's own colours. */
export function SystemFrame({ subject, paragraphs, button, footer, above }: SystemFrameProps) {
  const look = lookOf("en", product.accent);
  const small = textStyle(look, [13, 21], look.faint);
  return (
    <Frame
      language="en"
      look={look}
      subject={subject}
      preheader={paragraphs[0] ?? ""}
      brand={{ name: product.name, logoUrl: null, url: new URL(button.url).origin }}
      footer={
        <Text className="faint" style={small}>
          {footer}
        </Text>
      }
    >
      <Title look={look}>{subject}</Title>
      <Paragraphs look={look} texts={paragraphs} />
      {above}
      <Action look={look} label={button.label} url={button.url} />
      <Text className="faint" style={{ ...small, paddingTop: "28px" }}>
        {`If the button does not work, open this address: ${button.url}`}
      </Text>
    </Frame>
  );
}
