"use client";

import { useEffect, useState } from "react";

/** Whether the session ended while the page was open. As long as somebody listens, the page is not left for a sign-in. */
export function useSessionEnded() {
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const stay = (event: Event) => {
      event.preventDefault();
      setEnded(true);
    };
    window.addEventListener("session-ended", stay);
    return () => window.removeEventListener("session-ended", stay);
  }, []);
  return { hasEnded, resume: () => setEnded(false) };
}
