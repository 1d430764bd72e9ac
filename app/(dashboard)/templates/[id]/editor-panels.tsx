"use client";

import { useMutation } from "@tanstack/react-query";
import { LayoutList, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import { BlockList } from "#components/template/block-list.tsx";
import { BlockPanel } from "#components/template/block-panel.tsx";
import { useEditing } from "#components/template/editing.tsx";
import { type PictureCheck, PictureFields } from "#components/template/picture-fields.tsx";
import { StylePanel } from "#components/template/style-panel.tsx";
import { Button } from "#components/ui/button.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#components/ui/tabs.tsx";
import type { BrandColours } from "#domain/template-document/faults.ts";
import type { Block } from "#domain/template-document/schema.ts";
import { EditorChecks } from "./editor-checks.tsx";
import { askPicture, type PictureAnswer } from "./queries.ts";

type Props = { brand: BrandColours; preview: PreviewParts | undefined; children: ReactNode };

/** Blocks on one side, what is chosen on the other, the message between; on a phone both sides are sheets. */
export function EditorPanels({ brand, preview, children }: Props) {
  const { selected, acts } = useEditing();
  const wide = useWide();
  const [open, setOpen] = useState<"blocks" | "style" | null>(null);
  const sides = <Sides brand={brand} preview={preview} />;
  if (wide)
    return (
      <div className="grid min-h-0 flex-1 grid-cols-[16rem_minmax(0,1fr)_22rem]">
        <aside aria-label="Blocks" className="overflow-y-auto border-r bg-surface p-3">
          <BlockList />
        </aside>
        <div className="min-w-0 overflow-y-auto bg-sunken">{children}</div>
        <aside aria-label="What is chosen" className="overflow-y-auto border-l bg-surface p-4">
          {selected === null ? sides : <Chosen />}
        </aside>
      </div>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-w-0 flex-1 overflow-y-auto bg-sunken">{children}</div>
      <nav aria-label="Panels" className="flex gap-2 border-t bg-surface p-2">
        <Button className="flex-1" onClick={() => setOpen("blocks")}>
          <LayoutList aria-hidden />
          Blocks
        </Button>
        <Button className="flex-1" onClick={() => setOpen("style")}>
          <SlidersHorizontal aria-hidden />
          Look and checks
        </Button>
      </nav>
      <Sheet open={open !== null && selected === null} onOpenChange={(is) => (is ? null : setOpen(null))}>
        <SheetContent title={open === "style" ? "Look and checks" : "Blocks"}>
          {open === "style" ? sides : <BlockList />}
        </SheetContent>
      </Sheet>
      <Sheet open={selected !== null} onOpenChange={(is) => (is ? null : acts.select(null))}>
        <SheetContent title="Block" hideTitle>
          <Chosen />
        </SheetContent>
      </Sheet>
    </div>
  );
}

function Chosen() {
  return <BlockPanel picture={(block) => <CheckedPicture key={block.id} block={block} />} />;
}

function Sides({ brand, preview }: Omit<Props, "children">) {
  const [tab, setTab] = useState("look");
  return (
    <Tabs value={tab} onValueChange={setTab}>
      <TabsList aria-label="The whole template">
        <TabsTrigger value="look">Look</TabsTrigger>
        <TabsTrigger value="checks">Checks</TabsTrigger>
      </TabsList>
      <TabsContent value="look">
        <StylePanel brand={brand} />
      </TabsContent>
      <TabsContent value="checks">
        <EditorChecks preview={preview} wanted={tab === "checks"} />
      </TabsContent>
    </Tabs>
  );
}

const refusals: Record<Extract<PictureAnswer, { kind: "refused" }>["reason"], string> = {
  private: "This address is not a public one",
  redirected: "This address leads on to another: give the picture's own",
  too_long: "The picture weighs more than 2 MB",
  silent: "Nothing answered at this address",
  status: "There is no picture at this address",
  no_picture: "This is no PNG, JPEG, GIF or WebP: mail programs show nothing else",
};

function CheckedPicture({ block }: { block: Extract<Block, { kind: "picture" }> }) {
  const asking = useMutation({ mutationFn: askPicture });
  const { data, isError, variables } = asking;
  const check = (): PictureCheck => {
    if (variables !== block.url) return null;
    if (isError) return { good: false, said: "This could not be asked. Is the address complete?" };
    if (!data) return null;
    if (data.kind === "refused") return { good: false, said: refusals[data.reason] };
    return { good: true, said: `It loads: ${data.width} × ${data.height} pixels, ${Math.ceil(data.bytes / 1_000)} kB` };
  };
  return (
    <PictureFields block={block} check={check()} busy={asking.isPending} onCheck={() => asking.mutate(block.url)} />
  );
}

const query = "(min-width: 64rem)";

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
