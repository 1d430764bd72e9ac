import { toPlainText } from "@react-email/render";
import { Marked } from "marked";
import type { AuthorshipNotice } from "#domain/identity.ts";
import type { Language } from "#domain/language.ts";
import type { LetterBody } from "#domain/letter.ts";
import { escapeHtml } from "./escape.ts";
import { labelsOf } from "./parts/labels.ts";

/** Who wrote it, where the tenant wants that said, and where anybody can check it. */
export type LetterAuthorship = { language: Language; notice: AuthorshipNotice | null; verifyUrl: string };

export type LetterFooter = {
  sender: string;
  postalAddress: string;
  unsubscribeUrl: string | null;
  authorship: LetterAuthorship | null;
};

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

function footerHtml(footer: LetterFooter): string {
  const who = [footer.sender, footer.postalAddress].filter(Boolean).map(escapeHtml);
  const links = linksOf(footer).map(
    ({ label, url }) => `<a href="${escapeHtml(url)}" style="color:#57534e">${escapeHtml(label)}</a>`,
  );
  const notice = noticeIn(footer).map((line) => `${escapeHtml(line)}<br>`);
  return `<p style="margin-top:32px;font-size:12px;color:#57534e">${notice.join("")}${[...who, ...links].join(" · ")}</p>`;
}

function footerText(footer: LetterFooter): string {
  const who = [footer.sender, footer.postalAddress].filter(Boolean).join(" · ");
  return [...noticeIn(footer), who, ...linksOf(footer).map(({ label, url }) => `${label}: ${url}`)].join("\n");
}

function noticeIn({ authorship }: LetterFooter): string[] {
  return authorship?.notice ? [labelsOf[authorship.language].notices[authorship.notice]] : [];
}

function linksOf({ unsubscribeUrl, authorship }: LetterFooter): { label: string; url: string }[] {
  const labels = labelsOf[authorship?.language ?? "en"];
  return [
    ...(unsubscribeUrl ? [{ label: labels.unsubscribe, url: unsubscribeUrl }] : []),
    ...(authorship ? [{ label: labels.verify, url: authorship.verifyUrl }] : []),
  ];
}
