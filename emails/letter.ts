import { toPlainText } from "@react-email/render";
import { Marked } from "marked";
import type { LetterBody } from "#domain/letter.ts";
import { escapeHtml } from "./escape.ts";

export type LetterFooter = { sender: string; postalAddress: string; unsubscribeUrl: string | null };

/** Both parts of a letter as it is sent: its words, and below them who writes and how to end it. */
export function renderLetter(
  { format, body }: LetterBody,
  subject: string,
  footer: LetterFooter,
): { html: string; text: string } {
  const html = format === "html" ? body : framed(format === "text" ? paragraphs(body) : markdown(body), subject);
  const plain = format === "html" ? toPlainText(html) : body;
  return { html: withFooter(html, footerHtml(footer)), text: `${plain.trimEnd()}\n\n${footerText(footer)}\n` };
}

/** Markup in Markdown is shown as it stands, and what is no web or mail address is no link: the words may be anybody's. */
const reader = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      return /^(https?:|mailto:)/i.test(href) ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner;
    },
    image: ({ href, text }) =>
      /^https:/i.test(href) ? `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}">` : escapeHtml(text),
  },
});

function markdown(body: string): string {
  return reader.parse(body, { async: false });
}

function paragraphs(body: string): string {
  return body
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}

const font =
  "margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:15px;line-height:1.6;color:#1c1917";

function framed(inner: string, subject: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="${font}">${inner}</body></html>`;
}

function withFooter(html: string, footer: string): string {
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end < 0 ? `${html}${footer}` : `${html.slice(0, end)}${footer}${html.slice(end)}`;
}

function footerHtml({ sender, postalAddress, unsubscribeUrl }: LetterFooter): string {
  const who = [sender, postalAddress].filter(Boolean).map(escapeHtml).join(" · ");
  const end = unsubscribeUrl ? ` · <a href="${escapeHtml(unsubscribeUrl)}" style="color:#57534e">Unsubscribe</a>` : "";
  return `<p style="margin-top:32px;font-size:12px;color:#57534e">${who}${end}</p>`;
}

function footerText({ sender, postalAddress, unsubscribeUrl }: LetterFooter): string {
  const who = [sender, postalAddress].filter(Boolean).join(" · ");
  return unsubscribeUrl ? `${who}\nUnsubscribe: ${unsubscribeUrl}` : who;
}
