"use client";

import { useEffect, useRef } from "react";

/**
 * Calls back when a server hints at another version than the one that a page was drawn from, once for each. The page hands
 * over its version, so that what changed before the first hint came is news as well.
 */
export function useNews(drawn: string, hinted: string | undefined, onNews: () => void): void {
  const seen = useRef(drawn);
  const tell = useRef(onNews);
  useEffect(() => {
    tell.current = onNews;
  });
  useEffect(() => {
    if (!hinted || seen.current === hinted) return;
    seen.current = hinted;
    tell.current();
  }, [hinted]);
}
