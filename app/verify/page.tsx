import type { Metadata } from "next";
import { StatementCard } from "#components/identity/statement-card.tsx";
import { refusalLabels } from "#components/identity/statement-words.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/input.tsx";
import { readStatement } from "./read-statement.ts";

export const metadata: Metadata = { title: "Who wrote this message", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Tells anybody in plain words who wrote a message and who let it go; works without JavaScript. */
export default async function VerifyPage({ searchParams }: Props) {
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name].slice(0, 8_000) : null);
  const [pasted, messageId] = [text("statement"), text("message")];
  const checked = pasted || messageId ? await readStatement({ pasted, messageId }) : null;
  return (
    <main className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-10 sm:px-6 lg:py-16">
      <header className="grid gap-2">
        <h1 className="font-semibold text-2xl tracking-tight">Who wrote this message?</h1>
        <p className="text-ink-soft">
          Each message that leaves here carries a signed statement: whose it is, who found its words, and who let it go.
        </p>
      </header>
      {checked?.kind === "holds" ? <StatementCard statement={checked.statement} /> : null}
      {checked && checked.kind !== "holds" ? (
        <p
          role="alert"
          className={cn(
            "rounded-lg border p-4 text-sm",
            checked.kind === "older" ? "bg-sunken" : "border-bad bg-bad-soft",
          )}
        >
          {refusalLabels[checked.kind]}
        </p>
      ) : null}
      <form method="get" action="/verify" className="grid gap-3">
        <Field
          label="Check a message"
          hint="Open the message’s source (in Gmail: “Show original”) and paste the line X-Comeback-Identity, or all headers."
        >
          <Textarea name="statement" rows={5} required maxLength={8_000} defaultValue={pasted ?? ""} />
        </Field>
        <div>
          <Button type="submit" variant="primary">
            Check
          </Button>
        </div>
      </form>
      <p className="text-ink-faint text-sm">
        The keys are public at{" "}
        <a className="underline" href="/.well-known/jwks.json">
          /.well-known/jwks.json
        </a>
        , so that any program can check a statement without asking us.
      </p>
    </main>
  );
}
