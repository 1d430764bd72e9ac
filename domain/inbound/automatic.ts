import { looksOutOfOffice } from "./out-of-office.ts";

/** Where a mail shows that a machine wrote it. `envelopeFrom` is empty for the null sender, null where it is not known. */
export type MachineSigns = {
  headers: Record<string, string>;
  envelopeFrom: string | null;
  fromAddress: string | null;
  subject: string;
  isReport: boolean;
  /** Addresses that the tenant writes from: what comes from there is our own mail, come back. */
  ownAddresses: string[];
};

export const ownHeader = "x-comeback-identity";

const machines =
  /^(?:mailer-daemon|postmaster|no-?_?reply|do-?not-?reply|bounces?|nicht-?antworten|noreponse)(?:[+.=_-]|$)/;
const bulk = /^(?:bulk|junk|list|auto_reply)\b/i;
const quiet = /\b(?:all|oof|autoreply)\b/i;

/**
 * Whether a machine wrote a mail: such mail pauses nothing and is never answered, or two machines would write to each other
 * for ever (RFC 3834, RFC 2369, Microsoft's X-Auto-Response-Suppress).
 */
export function isAutomatic(signs: MachineSigns): boolean {
  const { headers, envelopeFrom, fromAddress, ownAddresses } = signs;
  const says = (name: string) => headers[name] !== undefined;
  const local = (fromAddress ?? "").slice(0, (fromAddress ?? "").lastIndexOf("@")).toLowerCase();
  return (
    signs.isReport ||
    saysAutomatic(headers) ||
    bulk.test(headers.precedence ?? "") ||
    quiet.test(headers["x-auto-response-suppress"] ?? "") ||
    ["x-autoreply", "x-autorespond", "x-autoreply-from", "x-autoresponder", "x-failed-recipients"].some(says) ||
    ["list-id", "list-unsubscribe", "list-post", "list-help", ownHeader].some(says) ||
    envelopeFrom === "" ||
    /^\s*<\s*>\s*$/.test(headers["return-path"] ?? "") ||
    machines.test(local) ||
    (fromAddress !== null && ownAddresses.includes(fromAddress)) ||
    looksOutOfOffice(signs.subject)
  );
}

function saysAutomatic(headers: Record<string, string>): boolean {
  const said = headers["auto-submitted"];
  return said !== undefined && !/^\s*no\b/i.test(said);
}
