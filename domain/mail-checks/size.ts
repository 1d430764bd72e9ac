import { type Finding, finding, type Mail } from "./finding.ts";

/** Gmail shows this much of a message's HTML and hides the rest, with the way to unsubscribe, behind "View entire message". */
export const clipBytes = 102 * 1024;

/** Bytes of a text as it travels (UTF-8). */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function checkSize({ html }: Mail): Finding[] {
  const kilobytes = Math.round(bytesOf(html) / 1024);
  const advice = "Show fewer lines of the cart, shorten texts, or take out blocks.";
  if (bytesOf(html) > clipBytes) {
    return [
      finding(["size_clipped", "error"], [`The HTML has ${kilobytes} kB: Gmail hides what follows 102 kB.`, advice]),
    ];
  }
  if (bytesOf(html) > clipBytes * 0.8) {
    return [
      finding(["size_near_clip", "warning"], [`The HTML has ${kilobytes} of the 102 kB that Gmail shows.`, advice]),
    ];
  }
  return [];
}
