import { Fragment } from "react";
import { Link, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { labelsOf } from "./labels.ts";
import { type Look, textStyle } from "./look.ts";

/** Why this came, who sent it and how to stop it. */
export function Footer({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const { brand, links } = props;
  const line = textStyle(look, [13, 21], look.faint);
  const link = { color: look.faint, textDecoration: "underline" };
  return (
    <>
      <SocialLinks look={look} links={brand.social} />
      {props.design?.own.footer && (
        <Text className="faint" dir="auto" style={{ ...line, paddingBottom: "12px", whiteSpace: "pre-line" }}>
          {props.design.own.footer}
        </Text>
      )}
      <Text className="faint" style={line}>
        {props.why}
      </Text>
      {props.notice && (
        <Text className="faint" style={line}>
          {props.notice}
        </Text>
      )}
      <Text className="faint" dir="auto" style={{ ...line, paddingTop: "12px", whiteSpace: "pre-line" }}>
        {brand.address}
      </Text>
      <Text className="faint" style={{ ...line, paddingTop: "12px" }}>
        <Link href={links.unsubscribe} className="faint" style={link}>
          {labels.unsubscribe}
        </Link>
        {" \u00a0·\u00a0 "}
        <Link href={links.preferences} className="faint" style={link}>
          {labels.preferences}
        </Link>
        {" \u00a0·\u00a0 "}
        <Link href={links.shop} className="faint" style={link}>
          {labels.visit(brand.name)}
        </Link>
        {links.verify && (
          <>
            {" \u00a0·\u00a0 "}
            <Link href={links.verify} className="faint" style={link}>
              {labels.verify}
            </Link>
          </>
        )}
      </Text>
    </>
  );
}

/** Where else the shop is found, in words: they stand when pictures are off, and no third party draws them. */
function SocialLinks({ look, links }: { look: Look; links: RecoveryProps["brand"]["social"] }) {
  if (links.length === 0) return null;
  const style = { ...textStyle(look, [13, 21], look.faint), textDecoration: "underline" };
  return (
    <Text className="faint" style={{ ...textStyle(look, [13, 21], look.faint), paddingBottom: "12px" }}>
      {links.map(({ label, url }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Fragment key={index}>
          {index > 0 && " \u00a0·\u00a0 "}
          <Link href={url} className="faint" style={style}>
            {label}
          </Link>
        </Fragment>
      ))}
    </Text>
  );
}
