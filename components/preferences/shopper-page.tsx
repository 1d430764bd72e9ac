import type { ReactNode } from "react";
import type { Language } from "#domain/language.ts";

export type ShopperPageProps = {
  brand?: string;
  language: Language;
  direction: "ltr" | "rtl";
  title: string;
  text: string;
  children?: ReactNode;
};

/** A page for shoppers, who know the shop and not us: its name, one thing said plainly, nothing else. */
export function ShopperPage({ brand, language, direction, title, text, children }: ShopperPageProps) {
  return (
    <main lang={language} dir={direction} className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        {brand ? (
          <p className="mb-3 ps-0.5 font-medium text-ink-soft text-sm">
            <bdi>{brand}</bdi>
          </p>
        ) : null}
        <div className="rounded-xl border border-line bg-surface p-6 shadow-panel sm:p-8">
          <h1 className="break-words font-semibold text-xl tracking-tight">{title}</h1>
          <p className="mt-2 text-ink-soft">{text}</p>
          {children}
        </div>
      </div>
    </main>
  );
}
