"use client";

import { ArrowLeft, Mail } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

type Outcome = "ok" | "wrong" | "limited" | "fault";

const sentences: Record<Exclude<Outcome, "ok">, string> = {
  wrong: "Address and password do not belong together.",
  limited: "Too many tries. Wait ten minutes, or have a link sent to you.",
  fault: "This did not work. Check the connection and try again.",
};

/**
 * Email and password, or a link by mail. A browser fills both in before the page listens, so that they are read when they are
 * sent; until then nothing can be sent, because the browser by itself would put the password into the address.
 */
export function SignInForm(props: {
  onPassword: (email: string, password: string) => Promise<Outcome>;
  onLink: (email: string) => Promise<Outcome>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const isListening = useHydrated();
  const [sentTo, setSentTo] = useState("");
  const [step, setStep] = useState<"typing" | "link sent">("typing");
  const [busy, setBusy] = useState<"password" | "link" | null>(null);
  const [outcome, setOutcome] = useState<Outcome>("ok");

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy("password");
    const answer = await props.onPassword(
      typedIn(event.currentTarget, "email"),
      typedIn(event.currentTarget, "password"),
    );
    setOutcome(answer);
    if (answer !== "ok") setBusy(null);
  };
  const sendLink = async () => {
    const address = form.current?.elements.namedItem("email");
    if (!(address instanceof HTMLInputElement) || !address.reportValidity()) return;
    setBusy("link");
    const answer = await props.onLink(address.value);
    setBusy(null);
    setOutcome(answer);
    if (answer !== "ok") return;
    setSentTo(address.value);
    setStep("link sent");
  };
  if (step === "link sent") return <LinkSent email={sentTo} onBack={() => setStep("typing")} />;
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="grid gap-4">
      {outcome === "ok" ? null : (
        <Notice tone="bad" role="alert">
          {sentences[outcome]}
        </Notice>
      )}
      <Field label="Email">
        <Input name="email" type="email" autoComplete="username" required autoFocus defaultValue={sentTo} />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={busy === "password"}
        disabled={busy !== null || !isListening}
      >
        Sign in
      </Button>
      <div className="flex items-center gap-3 text-ink-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </div>
      <Button size="lg" busy={busy === "link"} disabled={busy !== null || !isListening} onClick={() => void sendLink()}>
        <Mail aria-hidden />
        Email me a link
      </Button>
    </form>
  );
}

function typedIn(form: HTMLFormElement, field: string): string {
  const typed = new FormData(form).get(field);
  return typeof typed === "string" ? typed : "";
}

function LinkSent({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <div className="grid gap-4" role="status">
      <Notice tone="good">
        If <strong className="font-semibold">{email}</strong> belongs to a member, a link is on its way. It works once,
        for 20 minutes.
      </Notice>
      <Button variant="ghost" onClick={onBack}>
        <ArrowLeft aria-hidden />
        Back to sign-in
      </Button>
    </div>
  );
}
