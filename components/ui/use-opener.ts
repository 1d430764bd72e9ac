"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

type Remembered = RefObject<HTMLElement | null>;

/**
 * Gives the focus back when a window closes, also where no trigger of its own opened it: to what had it before, and of an
 * entry in a menu, which is gone by then, to the menu's button. `Opener` stands in the window and remembers.
 */
export function useOpener() {
  const opener: Remembered = useRef(null);
  const onCloseAutoFocus = (event: Event) => {
    if (!opener.current?.isConnected) return;
    event.preventDefault();
    opener.current.focus();
  };
  return { opener, onCloseAutoFocus };
}

/** Looks while it is drawn: once the window stands, a field in it may have taken the focus already. */
export function Opener({ remembered }: { remembered: Remembered }) {
  const [found] = useState(focusedNow);
  useLayoutEffect(() => {
    remembered.current = found;
  }, [remembered, found]);
  return null;
}

function focusedNow(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const found = menu ? document.getElementById(menu) : focused;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}
