import { createElement } from "react";
import { render } from "react-email";
import { compiledHtml } from "./compiled.ts";
import type { RecoveryProps } from "./recovery-message.ts";
import { recoveryText } from "./recovery-text.ts";
import { Alert, type AlertProps, alertFooter, alertSubject } from "./system/alert.tsx";
import { Digest, type DigestProps, digestLine, digestSubject, digestWords } from "./system/digest.tsx";
import { Invitation, type InvitationProps, invitationSubject, invitationWords } from "./system/invitation.tsx";
import { MagicLink, type MagicLinkProps, magicLinkSubject, magicLinkWords } from "./system/magic-link.tsx";
import { ReportLetter, type ReportProps, reportSubject, reportText } from "./system/report.tsx";
import { TestBanner } from "./system/test-banner.tsx";
import { renderTemplate } from "./templates.ts";

/** Both parts of a message, as they are sent. */
export type Rendered = { html: string; text: string };

/** Renders a recovery message; HTML and text carry the same facts. */
export async function renderRecovery(props: RecoveryProps): Promise<Rendered> {
  // What is being edited is seen once: compiled, it would push out what is sent.
  const edited = props.design && props.design.key === null;
  return { html: await (edited ? renderTemplate(props) : compiledHtml(props)), text: recoveryText(props) };
}

/** The sign-in link of a member. */
export async function renderMagicLink(props: MagicLinkProps): Promise<Rendered & { subject: string }> {
  const { paragraphs, footer } = magicLinkWords(props);
  const text = [...paragraphs, props.url, footer].join("\n\n");
  return { subject: magicLinkSubject, html: await render(createElement(MagicLink, props)), text: `${text}\n` };
}

/** The invitation of a new member. */
export async function renderInvitation(props: InvitationProps): Promise<Rendered & { subject: string }> {
  const { paragraphs, footer } = invitationWords(props);
  const text = [...paragraphs, props.url, footer].join("\n\n");
  return {
    subject: invitationSubject(props),
    html: await render(createElement(Invitation, props)),
    text: `${text}\n`,
  };
}

/** What waits for a reviewer. */
export async function renderDigest(props: DigestProps): Promise<Rendered & { subject: string }> {
  const { paragraphs, footer } = digestWords(props);
  const text = [...paragraphs, props.steps.map(digestLine).join("\n"), props.url, footer].join("\n\n");
  return { subject: digestSubject(props), html: await render(createElement(Digest, props)), text: `${text}\n` };
}

/** What was won back in a week or a month. */
export async function renderReport(props: ReportProps): Promise<Rendered & { subject: string }> {
  const html = await render(createElement(ReportLetter, props));
  return { subject: reportSubject(props), html, text: reportText(props) };
}

/** What went wrong and what to do about it, for whoever looks after a tenant. */
export async function renderAlert(props: AlertProps): Promise<Rendered & { subject: string }> {
  const steps = props.steps.map((step, index) => `${index + 1}. ${step}`).join("\n");
  const text = [props.title, ...props.happened, steps, props.link.url, alertFooter(props)].filter(Boolean).join("\n\n");
  return { subject: alertSubject(props), html: await render(createElement(Alert, props)), text: `${text}\n` };
}

/** The same message under a banner that says it is a test. */
export async function withTestBanner(rendered: Rendered, note: string): Promise<Rendered> {
  const banner = (await render(createElement(TestBanner, { note }))).replace(/<!DOCTYPE[^>]*>/i, "");
  return {
    html: rendered.html.replace(/<body[^>]*>/i, (body) => `${body}${banner}`),
    text: `[${note}]\n\n${rendered.text}`,
  };
}
