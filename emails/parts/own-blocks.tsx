import type { ReactNode } from "react";
import { Column, Img, Link, Row, Section, Text } from "react-email";
import { Title } from "./frame.tsx";
import { type Look, rounded, ruled, textStyle } from "./look.ts";

type Align = "start" | "center";
const aligned = (align: Align) => (align === "center" ? { textAlign: "center" as const } : {});

type HeadingProps = { look: Look; size: "large" | "medium" | "small"; align: Align; first: boolean; children: string };

/** A heading of a template that somebody made; the first of a message is its h1. */
export function Heading({ look, size, align, first, children }: HeadingProps) {
  if (size === "large" && first)
    return (
      <Title look={look} {...(align === "center" && { align })}>
        {children}
      </Title>
    );
  const Tag = first ? "h1" : "h2";
  const room = first ? {} : { paddingTop: "28px" };
  const style =
    size === "small"
      ? { ...textStyle(look, [16, 26], look.ink), fontWeight: 600 }
      : {
          ...textStyle(look, size === "large" ? [34, 42] : [24, 32], look.ink),
          fontFamily: look.serif,
          fontWeight: 500,
        };
  return (
    <Tag className={size === "large" ? "ink title" : "ink"} style={{ ...style, ...room, ...aligned(align) }}>
      {children}
    </Tag>
  );
}

type OwnTextProps = { look: Look; small: boolean; align: Align; children: string };

/** A paragraph that a member wrote, its lines as they were broken. Its language may be another than the message's. */
export function OwnText({ look, small, align, children }: OwnTextProps) {
  const style = textStyle(look, small ? [14, 22] : [16, 26], look.soft);
  return (
    <Text
      className="soft"
      dir="auto"
      style={{ ...style, ...aligned(align), marginTop: "16px", whiteSpace: "pre-line" }}
    >
      {children}
    </Text>
  );
}

type OwnPictureProps = { look: Look; src: string; alt: string; width: number; align: Align; href: string | null };

/** A picture of the shop's own. What it shows is said in its alternative text, in letters that fit its place. */
export function OwnPicture({ look, src, alt, width, align, href }: OwnPictureProps) {
  const picture = (
    <Img
      className="blank faint"
      src={src}
      alt={alt}
      width={width}
      style={{
        ...textStyle(look, [14, 20], look.faint),
        ...(align === "center" && { margin: "0 auto" }),
        borderRadius: rounded(look, 12),
        display: "block",
        height: "auto",
        maxWidth: "100%",
        backgroundColor: look.page,
      }}
    />
  );
  return (
    <Section style={{ paddingTop: "24px" }}>{href === null ? picture : <Link href={href}>{picture}</Link>}</Section>
  );
}

/** A thin line across. */
export function Divider({ look }: { look: Look }) {
  return (
    <Section style={{ paddingTop: "32px" }}>
      <Section className="rule" style={{ ...ruled(look), fontSize: "1px", lineHeight: "1px" }}>
        {"\u00a0"}
      </Section>
    </Section>
  );
}

type ColumnsProps = { look: Look; share: number; left: ReactNode; right: ReactNode };

/** Two cells of one row, which Outlook keeps beside each other; a phone puts the second below the first. */
export function Columns({ look, share, left, right }: ColumnsProps) {
  const cell = { verticalAlign: "top" as const };
  const [inner, outer] =
    look.dir === "rtl" ? (["paddingLeft", "paddingRight"] as const) : (["paddingRight", "paddingLeft"] as const);
  return (
    <Section style={{ paddingTop: "8px" }}>
      <Row>
        <Column className="stack" width={`${share}%`} style={{ ...cell, [inner]: "12px", width: `${share}%` }}>
          {left}
        </Column>
        <Column
          className="stack"
          width={`${100 - share}%`}
          style={{ ...cell, [outer]: "12px", width: `${100 - share}%` }}
        >
          {right}
        </Column>
      </Row>
    </Section>
  );
}

/** Who signs a letter, and for which shop. */
export function Signature({ look, sender, brand }: { look: Look; sender: string; brand: string }) {
  return (
    <>
      <Text className="ink" style={{ ...textStyle(look, [16, 26], look.ink), paddingTop: "24px" }}>
        {sender}
      </Text>
      <Text className="soft" style={textStyle(look, [16, 26], look.soft)}>
        {brand}
      </Text>
    </>
  );
}
