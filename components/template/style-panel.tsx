"use client";

import { brandFonts, fontFaces } from "#domain/brand-font.ts";
import { textContrast } from "#domain/colour.ts";
import { type BrandColours, inkContrast } from "#domain/template-document/faults.ts";
import type { DocumentStyle } from "#domain/template-document/schema.ts";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { buttonLookLabels, frameLabels } from "./block-labels.ts";
import { Choice } from "./choice.tsx";
import { useEditing } from "./editing.tsx";

type Part = "accent" | "page" | "card" | "ink";
const partLabels: Record<Part, string> = {
  accent: "Accent and button",
  page: "Around the card",
  card: "Card",
  ink: "Text",
};
const firstColours: Record<Part, string> = { accent: "#2f5d50", page: "#f4f2ee", card: "#ffffff", ink: "#1d1b18" };

/** How the whole template looks: colours of the brand or its own, corners, button, font. */
export function StylePanel({ brand }: { brand: BrandColours }) {
  const { document, acts, readOnly } = useEditing();
  const { style } = document;
  const change = (part: Partial<DocumentStyle>) =>
    acts.setDocument({ ...document, style: { ...style, ...part } }, `style.${Object.keys(part).join()}`);
  const ratio = inkContrast(style, brand);
  const low = ratio < textContrast;
  return (
    <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
      <Choice
        label="Page"
        labels={frameLabels}
        value={document.frame}
        onChange={(frame) => acts.setDocument({ ...document, frame })}
      />
      <FieldSet legend="Colours" hint="Switched off, a colour is the brand's. At night the brand's dark colours stand.">
        {(["accent", "page", "card", "ink"] as const).map((part) => (
          <OwnColour
            key={part}
            label={partLabels[part]}
            value={style[part]}
            first={part === "accent" ? brand.accent : firstColours[part]}
            onChange={(colour) => change({ [part]: colour })}
          />
        ))}
        <p className={low ? "text-bad text-xs" : "text-ink-faint text-xs"} role={low ? "alert" : undefined}>
          Text on its card has a contrast of <span className="tabular-nums">{ratio.toFixed(1)}</span>
          {low ? `, which is less than the ${textContrast} that people need.` : "."}
        </p>
      </FieldSet>
      <NumberField
        label="Round corners"
        unit="px"
        min={0}
        max={24}
        value={style.radius}
        onChange={(radius) => {
          if (radius >= 0 && radius <= 24) change({ radius: Math.round(radius) });
        }}
      />
      <Choice label="Button" labels={buttonLookLabels} value={style.button} onChange={(button) => change({ button })} />
      <Fonts style={style} onChange={(fonts) => change({ fonts })} />
    </fieldset>
  );
}

function OwnColour(props: {
  label: string;
  value: string | null;
  first: string;
  onChange: (value: string | null) => void;
}) {
  const { label, value, onChange } = props;
  return (
    <div className="flex min-h-8 items-center justify-between gap-3">
      <Switch
        label={label}
        checked={value !== null}
        onCheckedChange={(own) => onChange(own ? props.first : null)}
        aria-label={`${label}: a colour of its own`}
      />
      {value === null ? null : (
        <Input
          type="color"
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.target.value.toLowerCase())}
          className="w-14 px-1"
        />
      )}
    </div>
  );
}

function Fonts(props: { style: DocumentStyle; onChange: (fonts: DocumentStyle["fonts"]) => void }) {
  const { fonts } = props.style;
  const own = fonts ?? { heading: "house" as const, body: "house" as const };
  return (
    <FieldSet legend="Fonts" hint="Such as mail programs have. Japanese and Arabic keep their own.">
      <Switch
        label="The brand's"
        checked={fonts === null}
        onCheckedChange={(brand) => props.onChange(brand ? null : own)}
      />
      {fonts === null
        ? null
        : (["heading", "body"] as const).map((part) => (
            <Field key={part} label={part === "heading" ? "Headings" : "Text"}>
              <Select
                value={own[part]}
                onChange={(event) => {
                  const font = brandFonts.find((known) => known === event.target.value);
                  if (font) props.onChange({ ...own, [part]: font });
                }}
              >
                {brandFonts.map((font) => (
                  <option key={font} value={font}>
                    {font === "house" ? "As at first" : fontFaces[font].label}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
    </FieldSet>
  );
}
