import { Button, Section } from "react-email";
import { type Look, textStyle } from "./look.ts";

/** The one button of a message. */
export function Action({ look, label, url, align }: { look: Look; label: string; url: string; align?: "center" }) {
  return (
    <Section style={{ paddingTop: "32px", textAlign: align ?? look.start }}>
      <Button
        href={url}
        className="button"
        style={{
          ...textStyle(look, [16, 20], look.onAccent),
          backgroundColor: look.accent,
          borderRadius: "8px",
          fontWeight: 600,
          padding: "16px 32px",
          textAlign: "center",
        }}
      >
        {label}
      </Button>
    </Section>
  );
}
