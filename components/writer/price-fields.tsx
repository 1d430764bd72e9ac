"use client";

import { complaintOn } from "../ui/complaint.ts";
import { OptionalNumber } from "./optional-number.tsx";
import type { WriterPart } from "./writer-values.ts";

/** Prices are entered, never guessed: providers change them, and each has its own for each model. */
export function PriceFields({ values, set, complaint, currency }: WriterPart & { currency: string }) {
  const common = { unit: currency, scale: 1_000_000 };
  return (
    <>
      <OptionalNumber
        {...common}
        label="A million tokens in"
        hint="From your provider's price list. Empty: costs are unknown."
        value={values.inputPrice}
        onChange={(inputPrice) => set({ inputPrice })}
        error={complaintOn(complaint, "inputPrice")}
      />
      <OptionalNumber
        {...common}
        label="A million cached tokens in"
        hint="Empty: as much as others."
        value={values.cachedInputPrice}
        onChange={(cachedInputPrice) => set({ cachedInputPrice })}
        error={complaintOn(complaint, "cachedInputPrice")}
      />
      <OptionalNumber
        {...common}
        label="A million tokens out"
        value={values.outputPrice}
        onChange={(outputPrice) => set({ outputPrice })}
        error={complaintOn(complaint, "outputPrice")}
      />
    </>
  );
}
