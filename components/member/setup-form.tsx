"use client";

import { type FormEvent, useEffect, useState } from "react";
import { languageOf } from "#domain/language.ts";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Panel, PanelBody, PanelFooter } from "../ui/panel.tsx";
import { type Locale, LocaleFields } from "./locale-fields.tsx";

export type SetupValues = {
  tenant: { name: string } & Locale;
  owner: { name: string; email: string; password: string };
};

/** The first owner and the first tenant of an installation. */
export function SetupForm(props: {
  busy: boolean;
  complaint: Complaint | null;
  onSubmit: (values: SetupValues) => void;
}) {
  const [owner, setOwner] = useState({ name: "", email: "", password: "" });
  const [tenant, setTenant] = useState<SetupValues["tenant"]>({
    name: "",
    currency: "EUR",
    language: "en",
    timeZone: "UTC",
  });
  // The browser's zone is known only in the browser.
  useEffect(() => {
    const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
    setTenant((before) => ({ ...before, timeZone, language: languageOf(locale) }));
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit({ tenant, owner });
  };
  const on = (field: string) => complaintOn(props.complaint, field);
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelBody className="grid gap-4 sm:grid-cols-2">
          <Field label="Company" error={on("name")} className="sm:col-span-2">
            <Input
              required
              autoFocus
              autoComplete="organization"
              value={tenant.name}
              onChange={(event) => setTenant({ ...tenant, name: event.target.value })}
            />
          </Field>
          <LocaleFields
            value={tenant}
            complaint={props.complaint}
            onChange={(change) => setTenant({ ...tenant, ...change })}
          />
        </PanelBody>
        <PanelBody className="grid gap-4 border-t sm:grid-cols-2">
          <Field label="Your name" error={on("ownerName")}>
            <Input
              required
              autoComplete="name"
              value={owner.name}
              onChange={(event) => setOwner({ ...owner, name: event.target.value })}
            />
          </Field>
          <Field label="Your email" error={on("email")}>
            <Input
              required
              type="email"
              autoComplete="username"
              value={owner.email}
              onChange={(event) => setOwner({ ...owner, email: event.target.value })}
            />
          </Field>
          <Field label="Password" hint="At least 10 characters." error={on("password")} className="sm:col-span-2">
            <Input
              required
              type="password"
              minLength={10}
              autoComplete="new-password"
              value={owner.password}
              onChange={(event) => setOwner({ ...owner, password: event.target.value })}
            />
          </Field>
        </PanelBody>
        <PanelFooter>
          <Button type="submit" variant="primary" busy={props.busy}>
            Create owner and tenant
          </Button>
        </PanelFooter>
      </Panel>
    </form>
  );
}
