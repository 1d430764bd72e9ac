"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { ColourFields } from "./colour-fields.tsx";
import { FontFields } from "./font-fields.tsx";
import { LogoFields } from "./logo-fields.tsx";
import { SenderFields } from "./sender-fields.tsx";
import { SocialFields } from "./social-fields.tsx";
import type { BrandValues } from "./values.ts";
import { listsOf, PolicyFields, typedOf, VoiceFields } from "./voice-fields.tsx";

type Props = {
  brand: BrandValues & { logoWidth: number | null; logoHeight: number | null };
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: BrandValues) => void;
  /** Told of every change, for the preview beside. */
  onChange: (values: BrandValues) => void;
};

/** How messages look, sound, and who they are from. */
export function BrandForm({ brand, mayChange, busy, complaint, onSave, onChange }: Props) {
  const { logoWidth, logoHeight, ...kept } = brand;
  const [values, setValues] = useState<BrandValues>(kept);
  const [typed, setTyped] = useState(typedOf(brand));
  const set = (change: Partial<BrandValues>) => {
    setValues({ ...values, ...change });
    onChange({ ...values, ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...values, ...listsOf(typed) });
  };
  const part = { values, set, on: (field: string) => complaintOn(complaint, field) };
  const measures = values.logoUrl === brand.logoUrl && logoWidth && logoHeight ? { logoWidth, logoHeight } : null;
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayChange} className="grid min-w-0 gap-5">
        <Part title="Logo and name" description="What stands on top of every message.">
          <LogoFields {...part} measures={measures} />
        </Part>
        <Part title="Colours" description="By day and in dark mode. Each pair is held to WCAG's 4.5 to 1.">
          <ColourFields {...part} />
        </Part>
        <Part title="Fonts" description="Mail programs show what is installed; each font has its stand-ins.">
          <FontFields {...part} />
        </Part>
        <Part title="Sender and footer" description="Who messages are from, and what stands below them.">
          <SenderFields {...part} />
          <SocialFields {...part} />
        </Part>
        <Part title="Voice" description="How the writer sounds.">
          <VoiceFields {...part} typed={typed} onType={setTyped} />
        </Part>
        <Part title="Policies" description="Quoted to shoppers as they stand.">
          <PolicyFields {...part} />
        </Part>
        {mayChange ? (
          <div className="sticky bottom-0 z-10 flex justify-end rounded-lg border bg-surface px-4 py-2.5 shadow-panel">
            <Button type="submit" variant="primary" busy={busy}>
              Save brand
            </Button>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}

function Part({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Panel>
      <PanelHeader title={title} description={description} />
      <PanelBody className="grid gap-4">{children}</PanelBody>
    </Panel>
  );
}
