"use client";

import { type FormEvent, useState } from "react";
import type { WriterSettings } from "#domain/writer-settings.ts";
import { Button } from "../ui/button.tsx";
import type { Complaint } from "../ui/complaint.ts";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { ModeFields } from "./mode-fields.tsx";
import { PriceFields } from "./price-fields.tsx";
import { ProviderFields, type StoredKey } from "./provider-fields.tsx";
import type { WriterValues } from "./writer-values.ts";

/** Which model writes, how much it may cost, and whether carts share words. */
export function WriterForm(props: {
  settings: WriterSettings;
  storedKey: StoredKey;
  installation: { provider: string; model: string } | null;
  currency: string;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: WriterValues) => void;
}) {
  const { priceCurrency: _, ...kept } = props.settings;
  const [values, setValues] = useState<WriterValues>(kept);
  const set = (change: Partial<WriterValues>) => setValues({ ...values, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
    const { apiKey: __, ...rest } = values;
    setValues(rest);
  };
  const part = { values, set, complaint: props.complaint };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!props.mayChange}>
        <Panel>
          <PanelHeader
            title="Writer"
            description="Who writes the words of your messages. Facts are filled in by slots."
          />
          <PanelBody className="grid gap-4 sm:grid-cols-2">
            <ProviderFields {...part} storedKey={props.storedKey} installation={props.installation} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t">
            <ModeFields {...part} disabled={!props.mayChange} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t sm:grid-cols-3">
            <PriceFields {...part} currency={props.currency} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t sm:grid-cols-3">
            <LimitFields {...part} />
          </PanelBody>
          {props.mayChange ? (
            <PanelFooter>
              <Button type="submit" variant="primary" busy={props.busy}>
                Save writer
              </Button>
            </PanelFooter>
          ) : null}
        </Panel>
      </fieldset>
    </form>
  );
}
