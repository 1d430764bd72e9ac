import { domainToUnicode } from "node:url";

/**
 * The ways in which a body may hold a text, with ASCII in lower case: composed or not, with JSON's or a URL's escapes,
 * and an address with its host in either alphabet.
 */
export function spellingsOf(text: string): string[] {
  const whole = text.trim().toLowerCase();
  const at = whole.lastIndexOf("@");
  const host = at > 0 ? domainToUnicode(whole.slice(at + 1)) : "";
  const alphabets = host ? [whole, `${whole.slice(0, at)}@${host}`] : [whole];
  const composed = alphabets.flatMap((one) => [one.normalize("NFC"), one.normalize("NFD")]);
  // The database folds the case of ASCII only.
  const cased = composed.flatMap((one) => [one, one.toUpperCase()]);
  const escaped = cased.flatMap((one) => [one, inJson(one), ...inUrls(one)]);
  return [...new Set(escaped.map(lowerAscii))].filter((one) => one !== "");
}

const inJson = (text: string) =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A URL's query may hold `+` and `@` as they are. */
function inUrls(text: string): string[] {
  const all = lowerAscii(encodeURIComponent(text.toWellFormed()));
  return [all, all.replaceAll("%2b", "+")].flatMap((one) => [one, one.replaceAll("%40", "@")]);
}

const lowerAscii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
