"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { BrandForm, type BrandValues } from "#components/brand/brand-form.tsx";

export function Brand(props: { brand: BrandValues; mayChange: boolean }) {
  const save = useWrite({
    send: (values: BrandValues) => writeJson("PATCH", "/api/brand", values),
    said: "Saved. The next message carries it.",
  });
  return <BrandForm {...props} busy={save.busy} complaint={save.complaint} onSave={save.write} />;
}
