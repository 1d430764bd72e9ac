"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useMemo, useState } from "react";
import { messageOf, writeJson } from "#app/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { Dialog, DialogContent, DialogFooter, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { emptyGraph } from "#domain/sequence/new-step.ts";
import { readyMadeSequences } from "#domain/sequence/ready-made.ts";

const empty = "empty";

/** Begins a sequence, empty or as one of those that are ready made; nothing is sent before it is published. */
export function NewSequence({ currency }: { currency: string }) {
  const router = useRouter();
  const offered = useMemo(() => readyMadeSequences(currency), [currency]);
  const [key, setKey] = useState("classic-ladder");
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = offered.find((one) => one.key === key);
  const name = typed ?? chosen?.name ?? "";
  const making = useMutation({
    mutationFn: () => writeJson<{ id: string }>("POST", "/api/sequences", { name, graph: chosen?.graph ?? emptyGraph }),
    onSuccess: ({ id }) => router.push(`/sequences/${id}`),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New sequence
        </Button>
      </DialogTrigger>
      <DialogContent
        title="New sequence"
        description="Begin with one that is ready made and change it as you like, or with nothing. Nothing is sent until you publish it."
        className="sm:w-[min(52rem,calc(100vw-2rem))]"
      >
        <form onSubmit={submit} className="grid gap-4">
          <div className="-mx-1 max-h-[min(27rem,50dvh)] overflow-y-auto px-1 py-0.5">
            <Choices
              label="Begin with"
              value={key}
              onChange={setKey}
              columns={2}
              choices={[
                ...offered.map((one) => ({
                  value: one.key,
                  label: one.name,
                  hint: (
                    <>
                      {one.purpose}
                      <span className="mt-1 block text-ink-faint">{one.timing}</span>
                    </>
                  ),
                })),
                { value: empty, label: "Empty canvas", hint: "A beginning and nothing behind it." },
              ]}
            />
          </div>
          <Field label="Name" required error={making.isError ? messageOf(making.error) : null}>
            <Input value={name} maxLength={80} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <DialogFooter className="mt-0">
            <Button type="submit" variant="primary" busy={making.isPending} disabled={!name.trim()}>
              Create
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
