"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { type ColourPair, colourPairs } from "#domain/brand-contrast.ts";
import { type ColourPart, type Ground, groundsOf } from "#domain/brand-look.ts";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";
import { FieldSet } from "../ui/field.tsx";
import { ColourField } from "./colour-field.tsx";
import type { BrandValues, Part } from "./values.ts";

const partLabels: Record<ColourPart, string> = {
  accent: "Accent",
  buttonText: "Label on the button",
  page: "Page",
  card: "Card",
  text: "Text",
};
const groundLabels: Record<Ground, string> = { light: "By day", dark: "In dark mode" };
const partsOf: Record<Ground, ColourPart[]> = {
  light: ["accent", "buttonText", "page", "card", "text"],
  dark: ["accent", "buttonText", "page", "card", "text"],
};
const grounds: Ground[] = ["light", "dark"];

/** The colours of both grounds with how they read, as they are chosen. */
export function ColourFields(part: Part) {
  const { values } = part;
  const pairs = colourPairs(values.accent, values.colours);
  return (
    <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-1">
      {grounds.map((ground) => (
        <GroundFields key={ground} {...part} ground={ground} pairs={pairs.filter((pair) => pair.ground === ground)} />
      ))}
    </div>
  );
}

function GroundFields({ values, set, on, ground, pairs }: Part & { ground: Ground; pairs: ColourPair[] }) {
  const shown = groundsOf(values.accent, values.colours)[ground];
  const follows: Record<ColourPart, string> = {
    accent: shown.accent,
    buttonText: shown.onAccent,
    page: shown.page,
    card: shown.card,
    text: shown.ink,
  };
  const change = (part: ColourPart, colour: string | null) => set(changed(values, ground, [part, colour]));
  return (
    <FieldSet legend={groundLabels[ground]} className="content-start">
      {partsOf[ground].map((part) => (
        <ColourField
          key={part}
          label={partLabels[part]}
          where={groundLabels[ground].toLowerCase()}
          value={chosenOf(values, ground, part)}
          follows={follows[part]}
          required={ground === "light" && part === "accent"}
          error={on(`colours.${ground}.${part}`) ?? (ground === "light" && part === "accent" ? on("accent") : null)}
          onChange={(colour) => change(part, colour)}
        />
      ))}
      <ul className="grid gap-1 pt-1" aria-label={`How it reads ${groundLabels[ground].toLowerCase()}`}>
        {pairs.map((pair) => (
          <Pair key={pair.says} pair={pair} onTake={(colour) => change(pair.part, colour)} />
        ))}
      </ul>
    </FieldSet>
  );
}

function chosenOf({ accent, colours }: BrandValues, ground: Ground, part: ColourPart): string | null {
  if (ground === "dark") return colours.dark[part] ?? null;
  return part === "accent" ? accent : (colours.light[part] ?? null);
}

function changed(
  { accent, colours }: BrandValues,
  ground: Ground,
  [part, colour]: [ColourPart, string | null],
): Partial<BrandValues> {
  if (ground === "light" && part === "accent") return { accent: colour ?? accent };
  const { [part]: _, ...others }: Partial<Record<ColourPart, string>> = colours[ground];
  return { colours: { ...colours, [ground]: colour === null ? others : { ...others, [part]: colour } } };
}

/** One pair: a sample of it, its contrast in figures and words, and the nearest colour that reads. */
function Pair({ pair, onTake }: { pair: ColourPair; onTake: (colour: string) => void }) {
  const { says, ink, on, ratio, passes, chosen, suggestion } = pair;
  const Icon = passes ? CircleCheck : chosen ? CircleAlert : TriangleAlert;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <span
        aria-hidden
        className="grid h-6 w-8 shrink-0 place-items-center rounded-sm border font-semibold"
        style={{ color: ink, backgroundColor: on }}
      >
        Aa
      </span>
      <Icon aria-hidden className={cn("size-3.5", passes ? "text-good" : chosen ? "text-bad" : "text-warn")} />
      <span className="min-w-0 flex-1">
        {says}: <span className="tabular-nums">{(Math.floor(ratio * 10) / 10).toFixed(1)} to 1</span>
        <span className="text-ink-faint">{passes ? ", reads" : chosen ? ", does not read" : ", just legible"}</span>
      </span>
      {!passes && suggestion ? (
        <Button type="button" size="sm" onClick={() => onTake(suggestion)}>
          <span aria-hidden className="size-3 rounded-full border" style={{ backgroundColor: suggestion }} />
          Take {suggestion}
        </Button>
      ) : null}
    </li>
  );
}
