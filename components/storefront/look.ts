import type { CSSProperties } from "react";

/** The storefront is another house than the dashboard: the same parts in the shop's own paper and green. */
export const shopLook: CSSProperties & Record<`--${string}`, string> = {
  "--canvas": "light-dark(#f7f2e8, #171b18)",
  "--surface": "light-dark(#fffdf8, #1f2521)",
  "--sunken": "light-dark(#efe8da, #141815)",
  "--line": "light-dark(#e4dccb, #303832)",
  "--line-strong": "light-dark(#cdc3ae, #48524b)",
  "--ink": "light-dark(#26302c, #eef0e9)",
  "--ink-soft": "light-dark(#525b55, #bfc7bf)",
  "--ink-faint": "light-dark(#696f67, #98a299)",
  "--accent": "light-dark(#2f5d50, #92cdb4)",
  "--accent-strong": "light-dark(#244a3f, #aaddc6)",
  "--accent-soft": "light-dark(#e2ebe2, #26352d)",
  "--on-accent": "light-dark(#fffdf8, #14211b)",
  background: "var(--canvas)",
  color: "var(--ink)",
};
