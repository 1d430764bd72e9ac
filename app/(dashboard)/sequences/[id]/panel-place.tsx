"use client";

import { type ReactNode, type Ref, useSyncExternalStore } from "react";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";

const wide = "(min-width: 64rem)";

/** The panel stands beside the drawing where there is room, and rises over it where there is none. */
export function PanelPlace(props: {
  open: boolean;
  onClose: () => void;
  innerRef: Ref<HTMLElement>;
  children: ReactNode;
}) {
  const beside = useSyncExternalStore(
    watch,
    () => window.matchMedia(wide).matches,
    () => true,
  );
  if (!props.open) return null;
  if (!beside)
    return (
      <Sheet open onOpenChange={(open) => (open ? null : props.onClose())}>
        <SheetContent title="Step" hideTitle>
          <section ref={props.innerRef} className="-mx-5 -my-4">
            {props.children}
          </section>
        </SheetContent>
      </Sheet>
    );
  return (
    <aside
      ref={props.innerRef}
      aria-label="Step"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) props.onClose();
      }}
      className="w-[25rem] shrink-0 overflow-y-auto border-l bg-surface motion-safe:animate-slide"
    >
      {props.children}
    </aside>
  );
}

function watch(changed: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
