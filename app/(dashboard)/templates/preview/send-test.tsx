"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf } from "#app/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogFooter, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Example, sendTest } from "./queries.ts";

type Props = { example: Example; members: { email: string; name: string }[]; me: string };

/** Sends what is shown to a member. Nobody else is asked for: a test is no way to write to shoppers. */
export function SendTest({ example, members, me }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(me);
  const sending = useMutation({
    mutationFn: sendTest,
    onSuccess: (sent) => {
      setOpen(false);
      if (sent.status === "failed") return toast.error("The test could not be sent", { description: sent.reason });
      const action = { label: "Read it", onClick: () => router.push(`/outbox?mail=${sent.id}`) };
      return toast.success(`Test sent to ${sent.to}`, { action });
    },
  });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <Send aria-hidden />
          Send a test
        </Button>
      </DialogTrigger>
      <DialogContent title="Send a test" description="The message as shown, under a banner that says it is a test.">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            sending.mutate({ ...example, to });
          }}
        >
          <Field label="To" hint="Members only." error={sending.error ? messageOf(sending.error) : null}>
            <Select value={to} onChange={(event) => setTo(event.target.value)}>
              {members.map(({ email, name }) => (
                <option key={email} value={email}>
                  {name}, {email}
                </option>
              ))}
            </Select>
          </Field>
          <DialogFooter>
            <Button type="submit" variant="primary" busy={sending.isPending}>
              Send
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
