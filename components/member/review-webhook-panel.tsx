"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";
import { RelativeTime } from "../ui/time.tsx";

type Instant = Date | string;

export type ReviewWebhookView = { url: string; toldCount: number; toldAt: Instant | null; outcome: string | null };

/** Where a team hears outside of Comeback that drafts wait: one address, signed posts. */
export function ReviewWebhookPanel(props: {
  webhook: ReviewWebhookView | null;
  now: Instant;
  zone: string;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (url: string) => void;
  onTest: () => void;
  onRemove: () => void;
}) {
  const { webhook } = props;
  const [url, setUrl] = useState(webhook?.url ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(url);
  };
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelHeader
          title="Webhook for reviewers"
          description="Posts how many drafts wait, and when the nearest is due, whenever that number changes. Signed as Standard Webhooks says."
        />
        <PanelBody className="grid gap-4">
          <Field
            label="Address"
            hint="Addresses inside a private network are refused."
            error={complaintOn(props.complaint, "url")}
            className="max-w-xl"
          >
            <Input
              required
              type="url"
              placeholder="https://hooks.example.com/comeback"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          </Field>
          {webhook?.toldAt ? (
            <Notice tone={webhook.outcome === "ok" ? "good" : "warn"}>
              {webhook.outcome === "ok"
                ? `Told that ${webhook.toldCount} wait`
                : `Not delivered: ${webhook.outcome?.replaceAll("_", " ")}`}{" "}
              <RelativeTime at={webhook.toldAt} now={props.now} zone={props.zone} className="text-ink-soft" />
            </Notice>
          ) : null}
        </PanelBody>
        <PanelFooter>
          {webhook ? (
            <>
              <Button variant="ghost" onClick={props.onRemove} disabled={props.busy}>
                Remove
              </Button>
              <Button onClick={props.onTest} disabled={props.busy}>
                Send a test
              </Button>
            </>
          ) : null}
          <Button type="submit" variant="primary" busy={props.busy}>
            {webhook ? "Save with a new secret" : "Save"}
          </Button>
        </PanelFooter>
      </Panel>
    </form>
  );
}
