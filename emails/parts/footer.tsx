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
      <Text className="faint" style={line}>
        {props.why}
      </Text>
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
      </Text>
    </>
  );
}
