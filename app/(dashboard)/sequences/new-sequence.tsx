"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { messageOf, writeJson } from "#app/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogFooter, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { nextStep } from "#domain/sequence-plan.ts";

/** Begins a sequence with one reminder; nothing is sent before it is published. */
export function NewSequence() {
  const router = useRouter();
  const [name, setName] = useState("");
  const making = useMutation({
    mutationFn: () => writeJson<{ id: string }>("POST", "/api/sequences", { name, steps: [nextStep([])] }),
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
        description="It starts with one reminder. Nothing is sent until you publish it."
      >
        <form onSubmit={submit}>
          <Field label="Name" required error={making.isError ? messageOf(making.error) : null}>
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
          <DialogFooter>
            <Button type="submit" variant="primary" busy={making.isPending} disabled={!name.trim()}>
              Create
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
