"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { LayoutTemplate, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, readJson, writeJson } from "#app/requests.ts";
import { MessagePreview, type PreviewParts } from "#components/message/message-preview.tsx";
import { templateLabels } from "#components/sequence/labels.ts";
import { type Example, type ExampleCart, ExampleForm } from "#components/template/example-form.tsx";
import { TemplateList } from "#components/template/template-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import type { Language } from "#domain/language.ts";
import type { TemplateName } from "#domain/sequence.ts";
import type { TemplateRow } from "#domain/template-view.ts";
import { NewTemplate } from "./new-template.tsx";

type Props = {
  examples: ExampleCart[];
  saved: TemplateRow[];
  zone: string;
  language: Language;
  to: string;
  mayWrite: boolean;
};
type TestSent = { id: string; to: string; status: "sent" | "failed"; reason: string | null };

export function TemplateGallery({ examples, saved, zone, language, to, mayWrite }: Props) {
  const [example, setExample] = useState<Example>({ template: "reminder", language, cart: examples[0]?.id ?? "" });
  return (
    <Page>
      <PageHeader
        title="Templates"
        description="Facts come from the cart, words from the writer. Here with words of the scripted writer."
        actions={
          <>
            <Button asChild>
              <Link href={`/templates/preview?${new URLSearchParams(example)}`}>Preview and checks</Link>
            </Button>
            {mayWrite && examples.length > 0 ? <SendTest example={example} to={to} /> : null}
            {mayWrite ? <NewTemplate from={example.template} /> : null}
          </>
        }
      />
      <Panel aria-label="Your templates">
        <PanelHeader
          title="Your templates"
          description="Words, blocks, pictures and colours of your own. A message of a sequence can wear them once they are published."
        />
        {saved.length > 0 ? (
          <TemplateList rows={saved} zone={zone} />
        ) : (
          <p className="px-4 py-3 text-ink-soft text-sm">
            None yet. Choose a ready-made one below and start a new template from it.
          </p>
        )}
      </Panel>
      <h2 className="font-semibold text-lg">Ready-made</h2>
      {examples.length === 0 ? (
        <Panel>
          <EmptyState icon={LayoutTemplate} title="No cart to show yet">
            Templates are shown on a real cart. As soon as one comes in, choose it here.
          </EmptyState>
        </Panel>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <ExampleForm example={example} carts={examples} onChange={setExample} />
          <Preview example={example} to={to} />
        </div>
      )}
    </Page>
  );
}

function Preview({ example, to }: { example: Example; to: string }) {
  const preview = useQuery({
    queryKey: ["templates", example],
    queryFn: ({ signal }) =>
      readJson<PreviewParts & { shownAs: TemplateName }>(
        `/api/templates/preview?${new URLSearchParams(example)}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <div className="grid min-w-0 gap-3">
      {preview.data && preview.data.shownAs !== example.template ? (
        <p role="status" className="rounded-lg border bg-sunken px-4 py-2.5 text-ink-soft text-sm">
          Shown as {templateLabels[preview.data.shownAs].toLowerCase()}: this cart lacks what the template is about.
        </p>
      ) : null}
      <MessagePreview
        preview={preview.data}
        failed={preview.isError}
        to={to}
        onRetry={() => void preview.refetch()}
        className={preview.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}
      />
    </div>
  );
}

function SendTest({ example, to }: { example: Example; to: string }) {
  const router = useRouter();
  const sending = useMutation({
    mutationFn: () => writeJson<TestSent>("POST", "/api/templates/test", example),
    onSuccess: (sent) => {
      if (sent.status === "failed") return toast.error("The test could not be sent", { description: sent.reason });
      const action = { label: "Read it", onClick: () => router.push(`/outbox?mail=${sent.id}`) };
      return toast.success(`Test sent to ${sent.to}`, { action });
    },
    onError: (error) => toast.error("The test could not be sent", { description: messageOf(error) }),
  });
  return (
    <Button onClick={() => sending.mutate()} busy={sending.isPending} title={`To ${to}`}>
      <Send aria-hidden />
      Send a test to me
    </Button>
  );
}
