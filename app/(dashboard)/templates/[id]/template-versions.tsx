"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { blockLabels, usedByLabels } from "#components/template/block-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { Time } from "#components/ui/time.tsx";
import { compareDocuments, isChanged } from "#domain/template-document/compare.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateVersionRow, TemplateView } from "#domain/template-view.ts";
import { versionQuery } from "./queries.ts";

type Props = {
  view: TemplateView;
  document: TemplateDocument;
  zone: string;
  readOnly: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onTake: (document: TemplateDocument) => void;
};

/** Every version with the way back to it, and which sequences send this template. */
export function TemplateVersions(props: Props) {
  const { view } = props;
  return (
    <Sheet open={props.open} onOpenChange={props.onOpenChange}>
      <SheetContent title="Versions and uses">
        <div className="grid gap-6">
          <Section title="Used in">
            {view.usedIn.length === 0 ? (
              <p className="text-ink-soft text-sm">No sequence sends it. Choose it in a message of one.</p>
            ) : (
              <ul className="grid gap-1 text-sm">
                {view.usedIn.map(({ sequenceId, name, by }) => (
                  <li key={sequenceId}>
                    <TextLink href={`/sequences/${sequenceId}`}>{name}</TextLink>, {usedByLabels[by]}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title="Versions">
            {view.versions.length === 0 ? <p className="text-ink-soft text-sm">It was never published.</p> : null}
            <ul className="grid gap-3">
              {view.versions.map((version, place) => (
                <VersionLine key={version.id} {...props} version={version} newest={place === 0} />
              ))}
            </ul>
          </Section>
        </div>
      </SheetContent>
    </Sheet>
  );
}

function VersionLine(props: Props & { version: TemplateVersionRow; newest: boolean }) {
  const { view, version, newest, document, readOnly } = props;
  const client = useQueryClient();
  const [compared, setCompared] = useState(false);
  const { data } = useQuery({ ...versionQuery(view.id, version.number), enabled: compared });
  const restore = useMutation({
    mutationFn: () =>
      writeJson<{ number: number }>("POST", `/api/templates/${view.id}/versions`, { restores: version.number }),
    onSuccess: async ({ number }) => {
      await client.invalidateQueries({ queryKey: ["templates", view.id] });
      toast.success(`Version ${number} is sent from now on`);
    },
    onError: (error) => toast.error("This was not done", { description: messageOf(error) }),
  });
  return (
    <li className="grid gap-2 rounded-lg border bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex items-center gap-2 font-medium">
          Version {version.number}
          {newest ? <Badge tone="good">Sent now</Badge> : <Badge>Earlier</Badge>}
        </span>
        <span className="flex gap-1.5">
          <Button size="sm" variant="ghost" onClick={() => setCompared(!compared)}>
            {compared ? "Hide the changes" : "Compare"}
          </Button>
          {readOnly || newest ? null : (
            <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate()}>
              <RotateCcw aria-hidden />
              Send it again
            </Button>
          )}
        </span>
      </div>
      <p className="text-ink-faint text-xs">
        <Time at={version.publishedAt} zone={props.zone} />
        {version.publishedBy ? ` by ${version.publishedBy}` : ""}
        {version.restores ? `, as version ${version.restores} was` : ""}
      </p>
      {compared && data ? <Changes before={data.document} after={document} /> : null}
      {compared && data && !readOnly && isChanged(compareDocuments(data.document, document)) ? (
        <Button size="sm" className="justify-self-start" onClick={() => props.onTake(data.document)}>
          Go on from it
        </Button>
      ) : null}
    </li>
  );
}

function Changes({ before, after }: { before: TemplateDocument; after: TemplateDocument }) {
  const changes = compareDocuments(before, after);
  if (!isChanged(changes)) return <p className="text-ink-soft">The same as what is being edited.</p>;
  const { added, removed, changed, reordered, style, footer, envelope } = changes;
  const lines = [
    ...added.map(({ id, kind }) => [id, `${blockLabels[kind]} was added`]),
    ...removed.map(({ id, kind }) => [id, `${blockLabels[kind]} was taken out`]),
    ...changed.map(({ id, kind }) => [id, `${blockLabels[kind]} was changed`]),
    ...(reordered ? [["order", "Blocks stand in another order"]] : []),
    ...(style ? [["style", "The look was changed"]] : []),
    ...(footer ? [["footer", "The footer was changed"]] : []),
    ...(envelope ? [["envelope", "The subject or preheader was changed"]] : []),
  ];
  return (
    <ul aria-label="Changes since" className="list-disc pl-5 text-ink-soft">
      {lines.map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
