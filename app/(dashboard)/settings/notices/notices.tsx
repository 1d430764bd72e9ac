"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { DigestForm } from "#components/member/digest-form.tsx";
import { ReportForm } from "#components/member/report-form.tsx";
import { ReviewWebhookPanel, type ReviewWebhookView } from "#components/member/review-webhook-panel.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { DigestChoice } from "#domain/digest.ts";
import type { ReportRhythm } from "#domain/report-rhythm.ts";

type Props = {
  choice: DigestChoice;
  rhythm: ReportRhythm;
  webhook: ReviewWebhookView | null;
  zone: string;
  now: Date;
  reviews: boolean;
  admin: boolean;
};

export function Notices(props: Props) {
  const router = useRouter();
  const [choice, setChoice] = useState(props.choice);
  const [secret, setSecret] = useState<string | null>(null);
  const [rhythm, setRhythm] = useState(props.rhythm);
  const done = () => router.refresh();
  const digest = useWrite({
    send: (digest: DigestChoice) => writeJson("PATCH", "/api/profile", { digest }),
    said: "Saved",
    done,
  });
  const report = useWrite({
    send: (report: ReportRhythm) => writeJson("PATCH", "/api/profile", { report }),
    said: "Saved",
    done,
  });
  const save = useWrite({
    send: (url: string) => writeJson<{ secret: string }>("PUT", "/api/review-webhook", { url }),
    done: (answer) => {
      setSecret(answer.secret);
      done();
    },
  });
  const remove = useWrite({ send: () => writeJson("DELETE", "/api/review-webhook"), said: "Removed", done });
  const attempt = useWrite({
    send: () => writeJson<{ outcome: string }>("POST", "/api/review-webhook/test"),
    done: ({ outcome }) =>
      outcome === "ok" ? toast.success("It arrived") : toast.error(`Not delivered: ${outcome.replaceAll("_", " ")}`),
  });
  return (
    <>
      {props.reviews ? (
        <DigestForm
          choice={choice}
          zone={props.zone}
          onChoose={(next) => {
            setChoice(next);
            digest.write(next);
          }}
        />
      ) : (
        <Notice>Who may review drafts can have a digest of what waits here.</Notice>
      )}
      <ReportForm
        rhythm={rhythm}
        zone={props.zone}
        onChoose={(next) => {
          setRhythm(next);
          report.write(next);
        }}
      />
      {props.admin ? (
        <ReviewWebhookPanel
          key={props.webhook?.url ?? "none"}
          webhook={props.webhook}
          now={props.now}
          zone={props.zone}
          busy={save.busy || remove.busy || attempt.busy}
          complaint={save.complaint}
          onSave={save.write}
          onTest={() => attempt.write(undefined)}
          onRemove={() => remove.write(undefined)}
        />
      ) : null}
      <Dialog open={secret !== null} onOpenChange={(open) => (open ? undefined : setSecret(null))}>
        <DialogContent title="The webhook's secret" description="Your receiver checks the signature with it.">
          <ShownOnce value={secret ?? ""} label="Secret" />
        </DialogContent>
      </Dialog>
    </>
  );
}
