"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";

type FormProps<Values> = { busy: boolean; complaint: Complaint | null; onSave: (values: Values) => void };

export function NameForm(props: FormProps<{ name: string }> & { name: string; email: string }) {
  const [name, setName] = useState(props.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ name });
  };
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelHeader title="You" description={`Signed in as ${props.email}.`} />
        <PanelBody>
          <Field label="Name" error={complaintOn(props.complaint, "name")} className="max-w-sm">
            <Input required autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </PanelBody>
        <PanelFooter>
          <Button type="submit" variant="primary" busy={props.busy}>
            Save
          </Button>
        </PanelFooter>
      </Panel>
    </form>
  );
}

type Passwords = { password: string; currentPassword?: string };

/** Who came by invitation has no password yet and is not asked for one. */
export function PasswordForm(props: FormProps<Passwords> & { hasPassword: boolean }) {
  const [password, setPassword] = useState("");
  const [currentPassword, setCurrentPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(props.hasPassword ? { password, currentPassword } : { password });
    setPassword("");
    setCurrentPassword("");
  };
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelHeader
          title={props.hasPassword ? "Password" : "Choose a password"}
          description={props.hasPassword ? null : "Until then only a link by mail lets you in."}
        />
        <PanelBody className="grid max-w-sm gap-4">
          {props.hasPassword ? (
            <Field label="Current password" error={complaintOn(props.complaint, "currentPassword")}>
              <Input
                required
                type="password"
                autoComplete="current-password"
                value={currentPassword}
                onChange={(event) => setCurrentPassword(event.target.value)}
              />
            </Field>
          ) : null}
          <Field label="New password" hint="At least 10 characters." error={complaintOn(props.complaint, "password")}>
            <Input
              required
              type="password"
              minLength={10}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </PanelBody>
        <PanelFooter>
          <Button type="submit" variant="primary" busy={props.busy}>
            {props.hasPassword ? "Change password" : "Set password"}
          </Button>
        </PanelFooter>
      </Panel>
    </form>
  );
}
