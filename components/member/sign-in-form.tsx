"use client";

import { ArrowLeft, Mail } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";

type Outcome = "ok" | "wrong" | "limited" | "fault";

const sentences: Record<Exclude<Outcome, "ok">, string> = {
  wrong: "Address and password do not belong together.",
  limited: "Too many tries. Wait ten minutes, or have a link sent to you.",
  fault: "This did not work. Check the connection and try again.",
};

/** Email and password, or a link by mail. */
export function SignInForm(props: {
  onPassword: (email: string, password: string) => Promise<Outcome>;
  onLink: (email: string) => Promise<Outcome>;
}) {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState<"password" | "link" | null>(null);
  const [outcome, setOutcome] = useState<Outcome>("ok");

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get("password");
    setBusy("password");
    const answer = await props.onPassword(email, typeof password === "string" ? password : "");
    setOutcome(answer);
    if (answer !== "ok") setBusy(null);
  };
  const sendLink = async () => {
    setBusy("link");
    const answer = await props.onLink(email);
    setBusy(null);
    setOutcome(answer);
    if (answer === "ok") setSentTo(email);
  };
  if (sentTo) return <LinkSent email={sentTo} onBack={() => setSentTo(null)} />;
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {outcome === "ok" ? null : (
        <Notice tone="bad" role="alert">
          {sentences[outcome]}
        </Notice>
      )}
      <Field label="Email">
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy === "password"} disabled={busy !== null}>
        Sign in
      </Button>
      <div className="flex items-center gap-3 text-ink-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </div>
      <Button
        size="lg"
        busy={busy === "link"}
        disabled={busy !== null || !email.includes("@")}
        onClick={() => void sendLink()}
      >
        <Mail aria-hidden />
        Email me a link
      </Button>
    </form>
  );
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
