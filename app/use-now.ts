"use client";

import { useEffect, useState } from "react";

const tickMs = 5_000;

/** The business clock in the browser: it goes on from what the server said when it drew the page. ISO 8601. */
export function useNow(atFirst: string): string {
  const [now, setNow] = useState(atFirst);
  useEffect(() => {
    const begun = performance.now();
    const tick = () => setNow(new Date(Date.parse(atFirst) + performance.now() - begun).toISOString());
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [atFirst]);
  return now;
}
