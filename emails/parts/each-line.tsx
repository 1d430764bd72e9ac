import { Fragment, type ReactNode } from "react";
import type { RecoveryLine } from "../recovery-message.ts";

/** Draws lines one after the other. What it draws of one line may depend on that line alone: compiled mails repeat it. */
export function EachLine({ lines, children }: { lines: RecoveryLine[]; children: (line: RecoveryLine) => ReactNode }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={index}>
      {line.edges?.[0]}
      {children(line)}
      {line.edges?.[1]}
    </Fragment>
  ));
}
