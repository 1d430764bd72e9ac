import { isAttribution, isHeaderBlock, isOriginalMessage } from "./quote-marks.ts";

/** A mail's own words, and what it quotes of earlier ones. */
export type Split = { text: string; quoted: string };

const mostLines = 5_000;

/**
 * Parts what somebody wrote from what their mailer quoted below or above it: lines with `>`, "On … wrote:" and Outlook's
 * headers in the languages of ours. What is written between and below quoted lines stays theirs. A mail that is all quote,
 * as one that was forwarded, counts as its own words.
 */
export function splitQuoted(whole: string): Split {
  const lines = whole.replace(/\r\n?/g, "\n").split("\n").slice(0, mostLines);
  const own: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const mark = markAt(lines, at);
    if (mark && !quotesByLine(lines, at + mark)) {
      quoted.push(...lines.slice(at));
      break;
    }
    const taken = mark || 1;
    (mark || isQuotedLine(line) ? quoted : own).push(...lines.slice(at, at + taken));
    at += taken;
  }
  const text = tidy(own);
  return text === "" ? { text: tidy(lines), quoted: "" } : { text, quoted: tidy(quoted) };
}

const isQuotedLine = (line: string) => /^\s{0,3}[>＞](?!:)/.test(line);

/** How many lines from here on announce a quote; 0 where none does. */
function markAt(lines: string[], at: number): number {
  if (isQuotedLine(lines[at] ?? "")) return 0;
  if (isOriginalMessage(lines[at] ?? "") || isHeaderBlock(lines, at)) return 1;
  return isAttribution(lines, at);
}

/** Whether what was announced comes line by line behind `>`, so that words in between are the writer's. */
function quotesByLine(lines: string[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.trim() !== "");
  return next !== undefined && isQuotedLine(next);
}

const tidy = (lines: string[]) =>
  lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
