"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { BrandForm } from "#components/brand/brand-form.tsx";
import type { BrandValues } from "#components/brand/values.ts";
import { MailPreview } from "#components/mail-check/mail-preview.tsx";
import { firstView } from "#components/mail-check/view.ts";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import { templateLabels } from "#components/sequence/labels.ts";
import { Field } from "#components/ui/field.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { SelectFrom } from "#components/ui/select.tsx";
import { type TemplateName, templateNames } from "#domain/sequence.ts";

type Kept = BrandValues & { logoWidth: number | null; logoHeight: number | null };
const pauseMs = 400;

export function Brand({ brand, mayChange }: { brand: Kept; mayChange: boolean }) {
  const [shown, setShown] = useState<BrandValues>(brand);
  const save = useWrite({
    send: (values: BrandValues) => writeJson("PATCH", "/api/brand", values),
    said: "Saved. The next message carries it.",
  });
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <BrandForm
        brand={brand}
        mayChange={mayChange}
        busy={save.busy}
        complaint={save.complaint}
        onSave={save.write}
        onChange={setShown}
      />
      <LivePreview values={shown} />
    </div>
  );
}

/** The newest cart's mail in the brand as it is being edited. */
function LivePreview({ values }: { values: BrandValues }) {
  const looks = useRested(looksOf(values));
  const [view, setView] = useState(firstView);
  const [template, setTemplate] = useState<TemplateName>("reminder");
  const preview = useQuery({
    queryKey: ["brand-preview", template, looks],
    queryFn: () => writeJson<PreviewParts | null>("POST", "/api/brand/preview", { template, brand: JSON.parse(looks) }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return (
    <section aria-label="Live preview" className="grid gap-3 xl:sticky xl:top-5">
      <Field label="Shown in">
        <SelectFrom
          labels={templateLabels}
          value={template}
          onChange={(event) => setTemplate(templateNames.find((one) => one === event.target.value) ?? "reminder")}
        />
      </Field>
      {preview.data === null ? (
        <Panel>
          <PanelBody className="text-ink-soft text-sm">
            The brand is shown on a real mail as soon as a cart of somebody known comes in.
          </PanelBody>
        </Panel>
      ) : (
        <div className="max-h-[75dvh] overflow-y-auto rounded-lg xl:max-h-[calc(100dvh-7rem)]">
          <MailPreview
            preview={preview.data}
            failed={preview.isError && !preview.data}
            onRetry={() => void preview.refetch()}
            view={view}
            onView={setView}
          />
        </div>
      )}
    </section>
  );
}

/** What the look of a mail depends on, as text so that equal values are equal; a half-typed address waits. */
function looksOf({
  name,
  logoUrl,
  logoAlt,
  accent,
  colours,
  fonts,
  socialLinks,
  senderName,
  postalAddress,
}: BrandValues): string {
  const logo = logoUrl && /^https:\/\/\S+\.\S+/.test(logoUrl) && URL.canParse(logoUrl) ? logoUrl : null;
  const said = { ...(name.trim() ? { name } : {}), ...(senderName.trim() ? { senderName } : {}) };
  const address = postalAddress.trim().length < 5 ? {} : { postalAddress };
  return JSON.stringify({ ...said, ...address, logoUrl: logo, logoAlt, accent, colours, fonts, socialLinks });
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
