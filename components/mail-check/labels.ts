import type { CheckGroup, Severity } from "#domain/mail-checks/finding.ts";
import type { LinkState } from "#domain/mail-checks/link-answers.ts";
import type { MailProgram } from "#domain/mail-checks/support.ts";

export const groupLabels: Record<CheckGroup, string> = {
  size: "Size",
  links: "Links",
  pictures: "Pictures",
  contrast: "Contrast",
  subject: "Subject and preheader",
  words: "Spam signals",
  text: "Words and facts",
  programs: "What programs block",
};

export const severityLabels: Record<Severity, string> = { error: "Mend", warning: "Look at", note: "Note" };

export const linkStateLabels: Record<LinkState, string> = {
  alive: "Answers",
  redirects: "Leads on to another address",
  dead: "Not there",
  silent: "Does not answer",
  private: "Not asked: only this machine or network reaches it",
};

export const programLabels: Record<MailProgram, string> = {
  gmail: "Gmail, web",
  "gmail-mobile": "Gmail, Android",
  "apple-mail": "Apple Mail, macOS",
  "apple-mail-ios": "Apple Mail, iOS",
  "outlook-windows": "Outlook, Windows",
  "outlook-web": "Outlook.com",
  "outlook-mac": "Outlook, macOS",
  "outlook-mobile": "Outlook, iOS",
  yahoo: "Yahoo Mail",
  samsung: "Samsung Email",
  thunderbird: "Thunderbird",
  gmx: "GMX",
  proton: "Proton Mail",
};
