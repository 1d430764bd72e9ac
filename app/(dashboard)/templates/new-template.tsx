"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { templateLabels } from "#components/sequence/labels.ts";
import { chosenFrom } from "#components/sequence/panel/chosen-from.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogFooter, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SelectFrom } from "#components/ui/select.tsx";
import type { TemplateName } from "#domain/sequence.ts";

/** Starts a template of one's own from a ready-made one. */
export function NewTemplate({ from: first }: { from: TemplateName }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(first);
  const [name, setName] = useState("");
  const making = useMutation({
    mutationFn: () => writeJson<{ id: string }>("POST", "/api/templates", { name: name.trim(), from }),
    onSuccess: ({ id }) => router.push(`/templates/${id}`),
    onError: (error) => toast.error("The template was not made", { description: messageOf(error) }),
  });
  const begin = (is: boolean) => {
    setOpen(is);
    setFrom(first);
    setName(`${templateLabels[first]} (own)`);
  };
  return (
    <Dialog open={open} onOpenChange={begin}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New template
        </Button>
      </DialogTrigger>
      <DialogContent title="New template" description="It starts as a copy; the ready-made one stays as it is.">
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate();
          }}
        >
          <Field label="Start from">
            <SelectFrom
              labels={templateLabels}
              value={from}
              onChange={(event) => setFrom(chosenFrom(templateLabels, event) ?? from)}
            />
          </Field>
          <Field label="Name" required>
            <Input value={name} maxLength={80} required onChange={(event) => setName(event.target.value)} />
          </Field>
          <DialogFooter>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="primary" busy={making.isPending} disabled={name.trim() === ""}>
              Create
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
