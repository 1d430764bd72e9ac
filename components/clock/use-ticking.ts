"use client";

import { useEffect, useState } from "react";

/** The time that has come since the server said `now`, at `speed` times the pace of this browser's clock. */
export function useTicking(now: string, speed: number): Date {
  const [ticked, setTicked] = useState({ from: now, passed: 0 });
  useEffect(() => {
    const start = performance.now();
    const tick = () => setTicked({ from: now, passed: performance.now() - start });
    const timer = setInterval(tick, speed > 1 ? 200 : 1000);
    return () => clearInterval(timer);
  }, [now, speed]);
  const passed = ticked.from === now ? ticked.passed : 0;
  return new Date(Date.parse(now) + passed * speed);
}
