"use client";

import { type FormEvent, useState } from "react";
import { type EventType, eventTypes } from "#domain/outgoing-event.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { eventLabels } from "./labels.ts";

export type EndpointValues = { name: string; url: string; events: EventType[] };

const fresh: EndpointValues = { name: "", url: "", events: ["order.recovered"] };

/** Where events go, and which. */
export function EndpointForm(props: {
  first?: EndpointValues;
  action: string;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: EndpointValues) => void;
}) {
  const [values, setValues] = useState<EndpointValues>(props.first ?? fresh);
  const { name, url, events } = values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
  };
  const wanted = (one: EventType, on: boolean) =>
    eventTypes.filter((type) => (type === one ? on : events.includes(type)));
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" hint="What listens there." error={complaintOn(props.complaint, "name")}>
        <Input
          required
          autoFocus
          maxLength={80}
          placeholder="Warehouse"
          value={name}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
      </Field>
      <Field
        label="Address"
        hint="Each event is posted there as JSON, signed."
        error={complaintOn(props.complaint, "url")}
      >
        <Input
          required
          type="url"
          maxLength={500}
          placeholder="https://hooks.shop.example/comeback"
          value={url}
          onChange={(event) => setValues({ ...values, url: event.target.value })}
        />
      </Field>
      <FieldSet legend="Events" hint="Ids, money and states are told; never the words of a mail or an address.">
        <div className="grid max-h-[40dvh] gap-2 overflow-y-auto rounded-md border bg-sunken p-3">
          {eventTypes.map((type) => (
            <Checkbox
              key={type}
              label={eventLabels[type]}
              hint={<code className="font-mono">{type}</code>}
              checked={events.includes(type)}
              onChange={(event) => setValues({ ...values, events: wanted(type, event.target.checked) })}
            />
          ))}
        </div>
        <div className="flex items-center gap-2">
          <p aria-live="polite" className="tabular mr-auto text-ink-soft text-xs">
            {events.length} of {eventTypes.length} chosen
          </p>
          <Button size="sm" onClick={() => setValues({ ...values, events: [...eventTypes] })}>
            All
          </Button>
          <Button size="sm" onClick={() => setValues({ ...values, events: [] })}>
            None
          </Button>
        </div>
      </FieldSet>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy} disabled={events.length === 0}>
          {props.action}
        </Button>
      </DialogFooter>
    </form>
  );
}
