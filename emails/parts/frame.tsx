import type { ReactNode } from "react";
import { Body, Container, Head, Html, Img, Link, Section, Text } from "react-email";
import type { Language } from "#domain/language.ts";
import { type Look, rounded, styleSheet, textStyle } from "./look.ts";

/** On a card under the brand's name, that name in the middle, or as plain as a letter from a person. */
export type FrameKind = "card" | "centred" | "letter";

type FrameProps = {
  kind?: FrameKind | undefined;
  language: Language;
  look: Look;
  subject: string;
  preheader: string;
  brand: { name: string; logoUrl: string | null; logoAlt?: string; logoWidth?: string | null; url: string };
  footer: ReactNode;
  children: ReactNode;
};

/** The page every message stands on: brand on top, one card, the footer below it. */
export function Frame({ kind = "card", language, look, subject, preheader, brand, footer, children }: FrameProps) {
  return (
    <Html lang={language} dir={look.dir}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <style>{styleSheet(look)}</style>
      </Head>
      <Body
        lang={language}
        dir={look.dir}
        className="page"
        style={{ backgroundColor: look.page, margin: 0, padding: 0 }}
      >
        <Preheader text={preheader} />
        {kind === "letter" ? (
          <Section className="plain" tdClassName="pad" style={{ backgroundColor: look.card, padding: "32px 24px" }}>
            <Container align={look.start} style={{ maxWidth: "560px", width: "100%" }}>
              {children}
              <Section style={{ paddingTop: "48px" }}>{footer}</Section>
            </Container>
          </Section>
        ) : (
          <Section
            className="page"
            tdClassName="outer"
            style={{ backgroundColor: look.page, padding: "40px 16px 48px" }}
          >
            <Container style={{ maxWidth: "600px", width: "100%" }}>
              <Section
                className="card"
                tdClassName="pad"
                style={{ backgroundColor: look.card, borderRadius: rounded(look, 12), padding: "36px 48px 48px" }}
              >
                <Masthead brand={brand} look={look} centred={kind === "centred"} />
                {children}
              </Section>
              <Section tdClassName="pad" style={{ padding: "28px 48px 32px" }}>
                {footer}
              </Section>
            </Container>
          </Section>
        )}
      </Body>
    </Html>
  );
}

/** What lists of mails show after the subject; the filler keeps them from reading on into the message. */
function Preheader({ text }: { text: string }) {
  const hidden = { display: "none", maxHeight: 0, maxWidth: 0, opacity: 0, overflow: "hidden" as const };
  return (
    <div style={{ ...hidden, lineHeight: "1px", fontSize: "1px" }} data-skip-in-text="true">
      {text}
      <div>{"\u00a0\u200c\u034f".repeat(90)}</div>
    </div>
  );
}

function Masthead({ brand, look, centred }: Pick<FrameProps, "brand" | "look"> & { centred: boolean }) {
  const name = { ...textStyle(look, [20, 28], look.ink), fontFamily: look.serif, fontWeight: 600 };
  return (
    <Section style={{ paddingBottom: "36px", ...(centred && { textAlign: "center" as const }) }}>
      <Link href={brand.url} className="ink" style={{ ...name, display: "inline-block" }}>
        {brand.logoUrl ? (
          <Img
            src={brand.logoUrl}
            alt={brand.logoAlt ?? brand.name}
            width={brand.logoWidth ?? undefined}
            height={32}
            style={{ maxWidth: "220px", ...name }}
          />
        ) : (
          brand.name
        )}
      </Link>
    </Section>
  );
}

export function Title({ look, children, align }: { look: Look; children: ReactNode; align?: "center" }) {
  const style = { ...textStyle(look, [34, 42], look.ink), fontFamily: look.serif, fontWeight: 500 };
  return (
    <h1 className="ink title" style={{ ...style, letterSpacing: "-0.01em", ...(align && { textAlign: align }) }}>
      {children}
    </h1>
  );
}

export function Paragraphs({ look, texts, align }: { look: Look; texts: string[]; align?: "center" }) {
  return texts.map((text, index) => (
    <Text
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      key={index}
      className="soft"
      style={{ ...textStyle(look, [16, 26], look.soft), marginTop: "16px", ...(align && { textAlign: align }) }}
    >
      {text}
    </Text>
  ));
}

/** A last word below the cart, set apart by its slant. */
export function Postscript({ look, text, align }: { look: Look; text: string | null; align?: "center" }) {
  if (!text) return null;
  const style = { ...textStyle(look, [15, 24], look.soft), fontStyle: "italic", marginTop: "28px" };
  return (
    <Text className="soft" style={{ ...style, ...(align && { textAlign: align }) }}>
      {text}
    </Text>
  );
}
