import { Section } from "react-email";
import { escapeHtml } from "../escape.ts";
import { type Look, textStyle } from "./look.ts";

type ActionProps = { look: Look; label: string; url: string; width?: string; align?: "center" };

/** The one button of a message: a link with padding, and for Outlook on Windows, which knows no padding, a drawn shape. */
export function Action({ look, label, url, width = "280", align }: ActionProps) {
  const { accent, onAccent } = look.brand;
  const style = {
    ...textStyle(look, [16, 20], onAccent),
    backgroundColor: accent,
    borderRadius: "8px",
    display: "inline-block",
    fontWeight: 600,
    padding: "16px 32px",
    textAlign: "center" as const,
    textDecoration: "none",
  };
  return (
    <Section style={{ paddingTop: "32px", textAlign: align ?? look.start }}>
      <Raw html={`<!--[if mso]>${shape({ look, label, url, width, align })}<![endif]--><!--[if !mso]><!-->`} />
      <a href={url} target="_blank" className="button" style={style} rel="noreferrer">
        {label}
      </a>
      <Raw html="<!--<![endif]-->" />
    </Section>
  );
}

function shape({ look, label, url, width, align }: ActionProps): string {
  const { accent, onAccent } = look.brand;
  const font = `color:${onAccent};font-family:Segoe UI,Arial,sans-serif;font-size:16px;font-weight:bold`;
  const place = `height:52px;v-text-anchor:middle;width:${escapeHtml(width ?? "")}px`;
  return [
    `<table role="presentation" align="${align ?? look.start}" cellpadding="0" cellspacing="0"><tr><td>`,
    '<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word"',
    ` href="${escapeHtml(url)}" style="${place}" arcsize="15%" stroke="f" fillcolor="${accent}"><w:anchorlock/>`,
    `<center style="${font}" dir="${look.dir}">${escapeHtml(label)}</center></v:roundrect></td></tr></table>`,
  ].join("");
}

/** Conditional comments, which JSX cannot say. */
function Raw({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup; every text in it is escaped above
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
