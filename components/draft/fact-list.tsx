"use client";

import { useEffect, useRef } from "react";
import type { LinkedClaim } from "#domain/inspect.ts";
import { cn } from "../ui/cn.ts";
import { linkOf } from "./claim-parts.ts";
import type { ShownFact } from "./fact-texts.ts";
import { fieldLabels } from "./labels.ts";
import type { Linking } from "./marked-text.tsx";

type Props = Linking & { facts: ShownFact[]; claims: LinkedClaim[] };

/** The facts beside the words. Looking at one lights up what the words make of it, and the other way round. */
export function FactList({ facts, claims, ...linking }: Props) {
  const groups = [...Map.groupBy(facts, ({ group }) => group)];
  return (
    <div className="grid gap-4">
      {groups.map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3 className="mb-1 px-2 font-medium text-2xs text-ink-faint uppercase tracking-wide">{group}</h3>
          <ul className="grid gap-px">
            {members.map((fact) => (
              <FactLine
                key={fact.id}
                fact={fact}
                claims={claims.filter((claim) => claim.factId === fact.id)}
                {...linking}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FactLine({ fact, claims, active, onActive }: Linking & { fact: ShownFact; claims: LinkedClaim[] }) {
  const line = useRef<HTMLLIElement>(null);
  const isActive = active === fact.id;
  const isUsed = claims.length > 0;
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <li
      ref={line}
      onPointerEnter={() => isUsed && onActive(fact.id)}
      onPointerLeave={() => onActive(null)}
      className={cn("rounded-md px-2 py-1 text-sm transition-colors", isActive && "bg-accent-soft")}
    >
      <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
        <span className="text-ink-faint">{fact.label}</span>
        <span dir="auto" className={cn("wrap-anywhere text-left", isUsed ? "font-medium text-ink" : "text-ink-soft")}>
          {fact.value}
        </span>
      </div>
      {isUsed ? (
        <div className="mt-0.5 mb-0.5 flex flex-wrap gap-1">
          {claims.map((claim) => (
            <ClaimChip key={`${claim.field}${claim.paragraph}${claim.start}`} claim={claim} onActive={onActive} />
          ))}
        </div>
      ) : null}
    </li>
  );
}

/** Where the words use a fact. A button, so that the link can be followed without a mouse. */
export function ClaimChip({ claim, onActive }: { claim: LinkedClaim; onActive: Linking["onActive"] }) {
  const where =
    claim.field === "paragraphs" ? `${fieldLabels.paragraphs} ${claim.paragraph + 1}` : fieldLabels[claim.field];
  const isSlot = claim.excerpt.startsWith("{{");
  return (
    <button
      type="button"
      onFocus={() => onActive(linkOf(claim))}
      onBlur={() => onActive(null)}
      onClick={() => onActive(linkOf(claim))}
      aria-label={isSlot ? `Filled into ${where}` : `“${claim.excerpt}” in ${where}`}
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-full px-2 text-2xs pointer-coarse:h-7",
        claim.code ? "bg-bad-soft text-bad" : "bg-accent-soft text-accent",
      )}
    >
      {isSlot ? null : <span className="truncate">“{claim.excerpt}”</span>}
      <span className={isSlot ? undefined : "text-ink-soft"}>{where}</span>
    </button>
  );
}
