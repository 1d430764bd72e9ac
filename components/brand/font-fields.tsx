"use client";

import { type BrandFont, brandFonts, fontFaces } from "#domain/brand-font.ts";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import type { Part } from "./values.ts";

const labelOf = (font: BrandFont) => (font === "house" ? "House (the system's own)" : fontFaces[font].label);
const isFont = (text: string): BrandFont => brandFonts.find((font) => font === text) ?? "house";

export function FontFields({ values, set, on }: Part) {
  const { fonts } = values;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FontField
        label="Headings"
        font={fonts.heading}
        error={on("fonts.heading")}
        onChange={(heading) => set({ fonts: { ...fonts, heading } })}
      />
      <FontField
        label="Text"
        font={fonts.body}
        error={on("fonts.body")}
        onChange={(body) => set({ fonts: { ...fonts, body } })}
      />
      <p className="text-ink-faint text-xs sm:col-span-2">
        Messages in Japanese and Arabic keep the fonts of the reader's system, which have their letters.
      </p>
    </div>
  );
}

type FieldProps = { label: string; font: BrandFont; error: string | null; onChange: (font: BrandFont) => void };

function FontField({ label, font, error, onChange }: FieldProps) {
  return (
    <Field label={label} error={error} hint={behaviour(font)}>
      <Select value={font} onChange={(event) => onChange(isFont(event.target.value))}>
        <optgroup label="Installed nearly everywhere">
          {brandFonts
            .filter((one) => one === "house" || !fontFaces[one].webFont)
            .map((one) => (
              <option key={one} value={one}>
                {labelOf(one)}
              </option>
            ))}
        </optgroup>
        <optgroup label="Loaded where a program allows it">
          {brandFonts
            .filter((one) => one !== "house" && fontFaces[one].webFont)
            .map((one) => (
              <option key={one} value={one}>
                {labelOf(one)}
              </option>
            ))}
        </optgroup>
      </Select>
    </Field>
  );
}

/** What mail programs make of a font. */
function behaviour(font: BrandFont): string {
  if (font === "house") return "San Francisco, Segoe UI or Roboto for text; Charter, Palatino or Georgia for headings.";
  const { stack, webFont, outlook } = fontFaces[font];
  const others = stack.split(",").slice(1).join(", ");
  if (!webFont) return `Else ${others}. Outlook on Windows shows ${outlook}.`;
  return `Loaded from this installation by Apple Mail, iOS and Thunderbird. Gmail and Outlook load no fonts and show ${outlook} or the next of: ${others}.`;
}
