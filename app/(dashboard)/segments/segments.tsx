"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import type { SegmentValues } from "#components/segment/segment-form.tsx";
import { SegmentTable } from "#components/segment/segment-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { undoing } from "#components/ui/undo.ts";
import { newTest } from "#domain/condition/edit.ts";
import type { SegmentRow } from "#domain/segment-view.ts";
import { segmentsKey, segmentsQuery } from "./queries.ts";
import { SegmentEditor } from "./segment-editor.tsx";

type Opened = { id: string | null; values: SegmentValues };

export function Segments(props: { initial: SegmentRow[]; zone: string; currency: string; mayChange: boolean }) {
  const { zone, currency, mayChange } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const segments = useQuery({ ...segmentsQuery, initialData: props.initial });
  const archive = useArchive();
  const begin = () => {
    const first = newTest("customer.orders", { currency, messageIds: [] });
    setOpened({ id: null, values: { name: "", condition: { kind: "all", of: [first] } } });
  };
  const add = mayChange ? (
    <Button variant="primary" onClick={begin}>
      <Plus aria-hidden />
      New segment
    </Button>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Segments"
        description="Named groups of contacts. Nobody is put in by hand: whoever fits the condition now belongs to it. Conditions of sequences can take one over."
        actions={segments.data.length > 0 ? add : null}
      />
      <Panel>
        {segments.isError ? (
          <ErrorState onRetry={() => void segments.refetch()} />
        ) : segments.data.length === 0 ? (
          <EmptyState icon={Users} title="No segments yet" action={add}>
            Say once who belongs to a group, and use it in every sequence.
          </EmptyState>
        ) : (
          <SegmentTable
            rows={segments.data}
            {...{ zone, mayChange }}
            onEdit={({ id, name, condition }) => setOpened({ id, values: { name, condition } })}
            onArchive={archive}
          />
        )}
      </Panel>
      <Sheet open={opened !== null} onOpenChange={(open) => (open ? undefined : setOpened(null))}>
        <SheetContent title={opened?.id ? "Edit segment" : "New segment"}>
          {opened ? (
            <SegmentEditor id={opened.id} first={opened.values} currency={currency} onClose={() => setOpened(null)} />
          ) : null}
        </SheetContent>
      </Sheet>
    </Page>
  );
}

/** Puts a segment away at once; whoever did not mean it takes it out again. */
function useArchive(): (row: SegmentRow) => void {
  const client = useQueryClient();
  const restore = useWrite({
    send: (id: string) => writeJson("DELETE", `/api/segments/${id}/archive`),
    refresh: [segmentsKey],
  });
  return async ({ id, name }) => {
    try {
      await writeJson("POST", `/api/segments/${id}/archive`);
      toast.success(
        `“${name}” is put away`,
        undoing(() => restore.write(id)),
      );
    } catch (error) {
      toast.error("It was not put away", { description: messageOf(error) });
    }
    await client.invalidateQueries({ queryKey: segmentsKey });
  };
}
