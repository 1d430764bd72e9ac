"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { LayoutTemplate } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { messageOf } from "#app/requests.ts";
import { ExampleBar, type SavedTemplate } from "#components/mail-check/example-bar.tsx";
import { MailChecks } from "#components/mail-check/mail-checks.tsx";
import { MailPreview } from "#components/mail-check/mail-preview.tsx";
import { type MailView, readView, viewQuery } from "#components/mail-check/view.ts";
import { templateLabels } from "#components/sequence/labels.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { type Language, languages } from "#domain/language.ts";
import type { Span } from "#domain/mail-checks/finding.ts";
import type { CartRow, Page as Rows } from "#domain/rows.ts";
import { askLinks, cartSearchQuery, checksQuery, type Example, previewQuery } from "./queries.ts";
import { SendTest } from "./send-test.tsx";

type Props = {
  carts: Rows<CartRow>;
  language: Language;
  members: { email: string; name: string }[];
  me: string;
  saved: SavedTemplate[];
  maySend: boolean;
};

/** A template as anybody will see it, on anybody's cart, with what is to be mended beside it. */
export function TemplatePreview(props: Props) {
  const params = useSearchParams();
  const search = params.get("search") ?? "";
  const found = useQuery(cartSearchQuery(search, props.carts));
  const usable = (found.data?.rows ?? []).filter(({ lineCount }) => lineCount > 0);
  const example: Example = {
    template: params.get("template") ?? "reminder",
    language: languages.find((one) => one === params.get("language")) ?? props.language,
    cart: params.get("cart") ?? usable[0]?.id ?? "",
  };
  const view = readView(params);
  const go = (next: Partial<Example> & { search?: string; view?: MailView }) => {
    const { view: seen = view, ...rest } = next;
    const said = { ...example, search, ...rest };
    const kept = Object.entries(said).filter(([, value]) => value !== "");
    const query = new URLSearchParams({ ...Object.fromEntries(kept), ...viewQuery(seen) });
    window.history.replaceState(null, "", `/templates/preview?${query}`);
  };
  return (
    <Page wide>
      <PageHeader
        above={<TextLink href="/templates">Templates</TextLink>}
        title="Preview and checks"
        description="As it leaves now, with the facts of a cart and words of the scripted writer."
        actions={
          props.maySend && example.cart ? <SendTest example={example} members={props.members} me={props.me} /> : null
        }
      />
      <ExampleBar
        example={example}
        saved={props.saved}
        search={search}
        carts={usable}
        onChange={(change) => go(change)}
        onSearch={(text) => go({ search: text, cart: "" })}
      />
      {example.cart === "" ? (
        <Panel>
          <EmptyState icon={LayoutTemplate} title={search ? "No cart of that name" : "No cart to show yet"}>
            {search
              ? "Search by a name, a mail address or a cart's number."
              : "As soon as a cart comes in, choose it here."}
          </EmptyState>
        </Panel>
      ) : (
        <Checked example={example} view={view} onView={(seen) => go({ view: seen })} mayAsk={props.maySend} />
      )}
    </Page>
  );
}

type CheckedProps = { example: Example; view: MailView; onView: (view: MailView) => void; mayAsk: boolean };

function Checked({ example, view, onView, mayAsk }: CheckedProps) {
  const preview = useQuery(previewQuery(example));
  const checks = useQuery(checksQuery(example));
  const [marked, setMarked] = useState<Span | null>(null);
  const asking = useMutation({ mutationFn: askLinks });
  const links = {
    answers: asking.data?.links ?? null,
    busy: asking.isPending,
    failed: asking.error ? messageOf(asking.error) : null,
    onAsk: () => asking.mutate(checks.data?.links ?? []),
  };
  const shownAs = preview.data?.shownAs;
  const gaveWay = shownAs && shownAs !== example.template && example.template in templateLabels;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-3">
        {gaveWay ? (
          <p role="status" className="rounded-lg border bg-sunken px-4 py-2.5 text-ink-soft text-sm">
            Shown as {templateLabels[shownAs].toLowerCase()}: this cart lacks what the template is about.
          </p>
        ) : null}
        <MailPreview
          preview={preview.data}
          failed={preview.isError}
          onRetry={() => void preview.refetch()}
          view={view}
          onView={onView}
          marked={marked}
          className={preview.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}
        />
      </div>
      <MailChecks
        checks={checks.data}
        failed={checks.isError}
        busy={checks.isPlaceholderData}
        onRetry={() => void checks.refetch()}
        marked={marked}
        onMark={(place) => {
          setMarked(place?.at ?? null);
          if (place && view.part !== "html") onView({ ...view, part: "html" });
        }}
        {...(mayAsk ? { links } : {})}
      />
    </div>
  );
}
