"use client";

import { useMutation } from "@tanstack/react-query";
import { Archive, CopyPlus, History, MoreHorizontal, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuContent, MenuEntry, MenuLine, MenuTrigger } from "#components/ui/menu.tsx";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateView } from "#domain/template-view.ts";
import { tellFault, useDocumentActs } from "../../use-document-acts.ts";
import type { EditedExample } from "./queries.ts";
import { TemplateVersions } from "./template-versions.tsx";

type Props = {
  view: TemplateView;
  document: TemplateDocument;
  example: EditedExample;
  zone: string;
  to: string;
  readOnly: boolean;
  faulty: boolean;
  saveNow: () => Promise<boolean>;
  onTake: (document: TemplateDocument) => void;
};

/** What can be done with the whole template. */
export function EditorActions(props: Props) {
  const { view, document, readOnly, faulty } = props;
  const [versions, setVersions] = useState(false);
  const { publish, test, duplicate, archive } = useTemplateActs(props);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {readOnly ? null : (
        <Button
          onClick={() => test.mutate()}
          busy={test.isPending}
          title={`To ${props.to}`}
          disabled={!props.example.cart}
        >
          <Send aria-hidden />
          Send a test to me
        </Button>
      )}
      {readOnly ? null : (
        <Button
          variant="primary"
          busy={publish.isPending}
          disabled={faulty}
          title={faulty ? "See under Checks what is to be mended first" : undefined}
          onClick={() => publish.mutate()}
        >
          Publish
        </Button>
      )}
      <Menu>
        <MenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="More">
            <MoreHorizontal />
          </Button>
        </MenuTrigger>
        <MenuContent>
          <MenuEntry onSelect={() => setVersions(true)}>
            <History aria-hidden />
            Versions and uses
          </MenuEntry>
          {readOnly ? null : (
            <>
              <MenuEntry onSelect={() => duplicate.mutate()}>
                <CopyPlus aria-hidden />
                Duplicate
              </MenuEntry>
              <MenuLine />
              <MenuEntry danger onSelect={() => archive.mutate()}>
                <Archive aria-hidden />
                Put away
              </MenuEntry>
            </>
          )}
        </MenuContent>
      </Menu>
      <TemplateVersions
        {...{ view, document, readOnly }}
        zone={props.zone}
        open={versions}
        onOpenChange={setVersions}
        onTake={props.onTake}
      />
    </span>
  );
}

type TestSent = { id: string; to: string; status: "sent" | "failed"; reason: string | null };

function useTemplateActs({ view, document, example, saveNow }: Props) {
  const router = useRouter();
  const { publish, duplicate, archive } = useDocumentActs({
    ...{ place: "templates", id: view.id, name: view.name, saveNow },
    published: (number) => `Version ${number} is sent from now on`,
    copied: async () => {
      await saveNow();
      return { from: view.id };
    },
  });
  const test = useMutation({
    mutationFn: () => writeJson<TestSent>("POST", "/api/templates/test", { document, ...example }),
    onSuccess: (sent) => {
      if (sent.status === "failed") return toast.error("The test could not be sent", { description: sent.reason });
      const action = { label: "Read it", onClick: () => router.push(`/outbox?mail=${sent.id}`) };
      return toast.success(`Test sent to ${sent.to}`, { action });
    },
    onError: tellFault,
  });
  return { publish, test, duplicate, archive };
}
