import { Link, Section, Text } from "react-email";
import { escapeHtml } from "../escape.ts";
import { type Look, rounded, textStyle } from "./look.ts";

type ActionProps = { look: Look; label: string; url: string; width?: string; align?: "center" };

const corner = 8;
const height = 52;

/** The one button of a message: a link with padding, and for Outlook on Windows, which knows no padding, a drawn shape. */
export function Action({ look, label, url, width = "280", align }: ActionProps) {
  const { accent, accentText, onAccent } = look.brand;
  if (look.button === "link") return <PlainLink {...{ look, label, url, ...(align && { align }) }} />;
  const solid = look.button === "solid";
  const style = {
    ...textStyle(look, [16, 20], solid ? onAccent : accentText),
    ...(solid ? { backgroundColor: accent } : { border: `2px solid ${accentText}` }),
    borderRadius: rounded(look, corner),
    display: "inline-block",
    fontWeight: 600,
    padding: solid ? "16px 32px" : "14px 30px",
    textAlign: "center" as const,
    textDecoration: "none",
  };
  return (
    <Section style={{ paddingTop: "32px", textAlign: align ?? look.start }}>
      <Raw html={`<!--[if mso]>${shape({ look, label, url, width, align })}<![endif]--><!--[if !mso]><!-->`} />
      <a href={url} target="_blank" className={solid ? "button" : "button outline"} style={style} rel="noreferrer">
        {label}
      </a>
      <Raw html="<!--<![endif]-->" />
    </Section>
  );
}

/** The way back as a plain link, for letters. */
function PlainLink({ look, label, url, align }: ActionProps) {
  const plain = { ...textStyle(look, [16, 26], look.ink), ...(align && { textAlign: align }) };
  return (
    <Text style={{ ...plain, paddingTop: "16px" }}>
      <Link href={url} className="accent" style={{ color: look.brand.accentText, textDecoration: "underline" }}>
        {label}
      </Link>
    </Text>
  );
}

function shape({ look, label, url, width, align }: ActionProps): string {
  const { accent, accentText, onAccent } = look.brand;
  const solid = look.button === "solid";
  const font = `color:${solid ? onAccent : accentText};font-family:Segoe UI,Arial,sans-serif;font-size:16px;font-weight:bold`;
  const place = `height:${height}px;v-text-anchor:middle;width:${escapeHtml(width ?? "")}px`;
  const round = Math.round(((corner * look.round) / height) * 100);
  const paint = solid
    ? `stroke="f" fillcolor="${accent}"`
    : `strokecolor="${accentText}" strokeweight="2px" fillcolor="${look.card}"`;
  return [
    `<table role="presentation" align="${align ?? look.start}" cellpadding="0" cellspacing="0"><tr><td>`,
    '<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word"',
    ` href="${escapeHtml(url)}" style="${place}" arcsize="${round}%" ${paint}><w:anchorlock/>`,
    `<center style="${font}" dir="${look.dir}">${escapeHtml(label)}</center></v:roundrect></td></tr></table>`,
  ].join("");
}

/** Conditional comments, which JSX cannot say. */
function Raw({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup; every text in it is escaped above
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
