"use client";

import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import type { Part } from "./values.ts";

type Measures = { logoWidth: number; logoHeight: number } | null;

export function LogoFields({ values, set, on, measures }: Part & { measures: Measures }) {
  return (
    <>
      <Field label="Name" error={on("name")}>
        <Input required value={values.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field
        label="Logo"
        error={on("logoUrl")}
        hint="Address of a PNG, JPEG, GIF or WebP. It is loaded once when you save; empty shows the name."
      >
        <Input
          type="url"
          pattern="https://.*"
          placeholder="https://shop.example/logo.png"
          value={values.logoUrl ?? ""}
          onChange={(event) => set({ logoUrl: event.target.value || null })}
        />
      </Field>
      {values.logoUrl ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {(["bg-white", "bg-[#1c1b19]"] as const).map((ground) => (
            <span key={ground} className={`grid h-14 min-w-28 place-items-center rounded-md border px-3 ${ground}`}>
              {/* biome-ignore lint/performance/noImgElement: a logo comes from the shop's own host */}
              <img src={values.logoUrl ?? ""} alt="" className="max-h-8 max-w-44" />
            </span>
          ))}
          <p className="text-ink-faint text-xs tabular-nums">
            {measures
              ? `${measures.logoWidth} × ${measures.logoHeight} pixels, shown 32 pixels high.`
              : "Measured when you save."}{" "}
            It has to hold on both grounds.
          </p>
        </div>
      ) : null}
      <Field
        label="Alt text of the logo"
        error={on("logoAlt")}
        hint="Read out, and shown with pictures off. Empty: the name."
      >
        <Input
          maxLength={120}
          value={values.logoAlt ?? ""}
          placeholder={values.name}
          onChange={(event) => set({ logoAlt: event.target.value || null })}
        />
      </Field>
    </>
  );
}
