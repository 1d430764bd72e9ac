import { checkContrast } from "./contrast.ts";
import { checkGroupOf, checkGroups, type Finding, type Mail, type Severity } from "./finding.ts";
import { checkLinks, linksOf } from "./links.ts";
import { type MailPage, readPage } from "./page.ts";
import { checkPictures } from "./pictures.ts";
import { bytesOf, checkSize, clipBytes } from "./size.ts";
import { spamLimits, spamSignals } from "./spam.ts";
import { checkSubjectLine, roomOf } from "./subject-line.ts";
import { checkText } from "./words.ts";

/** What the checks say of a message. `links` are those that can be asked for, each once. */
export type MailReport = {
  findings: Finding[];
  size: { bytes: number; clipBytes: number; textBytes: number };
  spam: { points: number; look: number; mend: number };
  subject: { room: number; preheaderRoom: number };
  links: string[];
};

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Checks a message by every rule that needs nothing but the message. Never fails, whatever the HTML is. */
export function checkMail(mail: Mail): MailReport {
  const page = readPage(mail.html);
  const spam = spamSignals(page, mail);
  const findings = [
    ...checkSize(mail),
    ...checkLinks(page, mail),
    ...checkPictures(page),
    ...checkContrast(page),
    ...checkSubjectLine(mail),
    ...checkText(page, mail),
    ...spam.findings,
  ];
  return {
    findings: sorted(findings),
    size: { bytes: bytesOf(mail.html), clipBytes, textBytes: bytesOf(mail.text) },
    spam: { points: spam.points, ...spamLimits },
    subject: { room: roomOf(mail.subject), preheaderRoom: roomOf(mail.preheader) },
    links: webLinks(page),
  };
}

/** By group, in each the gravest first. */
export function sorted(findings: Finding[]): Finding[] {
  const group = (one: Finding) => checkGroups.indexOf(checkGroupOf[one.check]);
  return [...findings].sort((a, b) => group(a) - group(b) || rank[a.severity] - rank[b.severity]);
}

function webLinks(page: MailPage): string[] {
  const pictures = page.elements
    .filter(({ tag }) => tag === "img")
    .map(({ attributes }) => attributes.get("src") ?? "");
  const all = [...linksOf(page).map(({ href }) => href), ...pictures];
  return [...new Set(all.filter((href) => /^https?:\/\//i.test(href) && URL.canParse(href)))];
}
