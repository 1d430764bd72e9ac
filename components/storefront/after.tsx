import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Picture } from "./picture.tsx";

/** A page after the visit: it was bought, or it was left. */
export function After(props: { title: string; children: ReactNode; picture: string | null; actions: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-6 py-6 text-center sm:py-12">
      {props.picture ? (
        <Picture src={props.picture} size={160} eager className="mx-auto size-36 rounded-full sm:size-44" />
      ) : null}
      <h1 className="font-serif text-3xl tracking-tight sm:text-[2.25rem] sm:leading-tight">{props.title}</h1>
      <div className="mx-auto grid max-w-lg gap-3 text-base text-ink-soft leading-6">{props.children}</div>
      <div className="flex flex-wrap justify-center gap-3">{props.actions}</div>
    </div>
  );
}

export function RoundLink(props: { href: string; primary?: boolean; children: ReactNode }) {
  return (
    <Button asChild variant={props.primary ? "primary" : "secondary"} className="h-11 rounded-full px-6 text-base">
      <Link href={props.href}>{props.children}</Link>
    </Button>
  );
}
