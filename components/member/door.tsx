import type { ReactNode } from "react";
import { Mark } from "../shell/mark.tsx";

/** The page before the house: one narrow column, nothing to be distracted by. */
export function Door(props: { title: string; description?: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className={props.wide ? "w-full max-w-lg" : "w-full max-w-sm"}>
        <Mark className="mb-5 size-9" />
        <h1 className="font-semibold text-2xl tracking-tight">{props.title}</h1>
        {props.description ? <p className="mt-1 text-ink-soft">{props.description}</p> : null}
        <div className="mt-6">{props.children}</div>
      </div>
    </main>
  );
}
