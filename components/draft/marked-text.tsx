import type { LinkedClaim } from "#domain/inspect.ts";
import { cn } from "../ui/cn.ts";
import { isForAPerson, linkOf, partsOf } from "./claim-parts.ts";

export type Linking = { active: string | null; onActive: (link: string | null) => void };

/** A text of the words with its claims marked: green where a fact backs them, red where none does, yellow where a person may judge. */
export function MarkedText({ text, claims, active, onActive }: { text: string; claims: LinkedClaim[] } & Linking) {
  return partsOf(text, claims).map(({ text: part, claim }, index) =>
    claim ? (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        key={index}
        onPointerEnter={() => onActive(linkOf(claim))}
        onPointerLeave={() => onActive(null)}
        className={markStyle(claim, linkOf(claim) === active)}
      >
        {part.startsWith("{{") ? <span className="font-mono text-[0.9em]">{part.slice(2, -2).trim()}</span> : part}
      </mark>
    ) : (
      part
    ),
  );
}

export function markStyle({ code }: Pick<LinkedClaim, "code">, isActive: boolean): string {
  const tone = code === null ? "good" : isForAPerson(code) ? "doubt" : "bad";
  return cn(
    "rounded-sm px-0.5 text-inherit underline decoration-1 underline-offset-3 transition-colors",
    tone === "good" && (isActive ? "bg-accent/30 decoration-accent" : "bg-accent-soft decoration-accent/50"),
    tone === "doubt" && (isActive ? "bg-warn/30 decoration-warn" : "bg-warn-soft decoration-warn/60 decoration-dotted"),
    tone === "bad" && (isActive ? "bg-bad/30 decoration-bad" : "bg-bad-soft decoration-bad decoration-wavy"),
  );
}
