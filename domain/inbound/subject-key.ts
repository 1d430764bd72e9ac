import { mostSubjectCharacters } from "./limits.ts";

/** What mailers put before the subject of an answer or a forwarded mail, in the languages that they speak. */
const prefix =
  /^(?:\[(?:ext|external|extern|spam)\]|(?:re|aw|antw|antwort|rép|rep|réf|ref|rv|res|r|odp|sv|vs|tr|fw|fwd|wg|i|pd|doorst|enc|inoltro|vb|ynt|رد|إعادة توجيه|返信|転送|回复|答复)(?:\s?\[\d{1,3}\]|\(\d{1,3}\))?\s{0,3}[:：])\s*/iu;

/** The subject by which a mail finds its thread: without answering prefixes, in small letters, with single spaces. */
export function subjectKey(subject: string): string {
  let rest = subject.normalize("NFKC").slice(0, mostSubjectCharacters).trim();
  for (let cut = 0; cut < 20; cut++) {
    const shorter = rest.replace(prefix, "");
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest.replace(/\s+/g, " ").trim().toLowerCase();
}
