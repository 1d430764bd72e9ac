"use client";

import { useCallback, useState } from "react";

const prefix = "draft-text:";

/**
 * A text that somebody types at a draft. It outlives the draft's being left, a reload and a new sign-in in the same tab, and
 * goes when it was sent or thrown away.
 */
export function useKeptText<Text>(key: string): [Text | null, (text: Text | null) => void] {
  const [text, setText] = useState<Text | null>(() => read<Text>(key));
  const keep = useCallback(
    (next: Text | null) => {
      setText(next);
      if (next === null) window.sessionStorage.removeItem(prefix + key);
      else window.sessionStorage.setItem(prefix + key, JSON.stringify(next));
    },
    [key],
  );
  return [text, keep];
}

function read<Text>(key: string): Text | null {
  if (typeof window === "undefined") return null;
  const stored = window.sessionStorage.getItem(prefix + key);
  return stored === null ? null : (JSON.parse(stored) as Text);
}
