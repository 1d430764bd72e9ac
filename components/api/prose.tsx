import { Fragment } from "react";

/** A description as people read it: what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, at) =>
    part.startsWith("`") && part.endsWith("`") && part.length > 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text neither move nor change
      <code key={at} className="wrap-anywhere font-mono text-[0.92em] text-ink">
        {part.slice(1, -1)}
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text neither move nor change
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
