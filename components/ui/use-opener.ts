"use client";

import { useRef } from "react";

/**
 * Where the focus goes back to when a window closes that was opened by no trigger of its own: to what had it before, and of
 * an entry in a menu, which is gone by then, to the menu's button.
 */
export function useOpener() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = focusedOutside();
    },
    onCloseAutoFocus: (event: Event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}

function focusedOutside(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const found = menu ? document.getElementById(menu) : focused;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}
