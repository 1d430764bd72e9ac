"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";
import { cn } from "./cn.ts";

/** A small product picture; a plain square where there is none, or where it does not load. */
export function Picture({ src, className }: { src: string | null; className?: string }) {
  const [broken, setBroken] = useState(false);
  const frame = cn("size-9 shrink-0 rounded-md border bg-sunken object-cover", className);
  if (!src || broken)
    return (
      <span aria-hidden className={cn(frame, "grid place-items-center text-ink-faint")}>
        <ImageOff className="size-3.5 opacity-60" />
      </span>
    );
  // biome-ignore lint/performance/noImgElement: pictures come from the shops' own hosts
  return <img src={src} alt="" loading="lazy" onError={() => setBroken(true)} className={frame} />;
}
