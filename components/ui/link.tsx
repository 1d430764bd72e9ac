"use client";

import { type ComponentProps, type ComponentType, createContext, type ReactNode, useContext } from "react";
import { cn } from "./cn.ts";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

const LinkComponent = createContext<ComponentType<LinkProps> | "a">("a");

/** The app lends its router's link to all components; without it a link is a plain one. */
export function LinkProvider({ component, children }: { component: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkComponent value={component}>{children}</LinkComponent>;
}

/** A link without looks of its own. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkComponent);
  return <Component {...props} />;
}

/** A link within text. */
export function TextLink({ className, ...props }: LinkProps) {
  return (
    <Link
      {...props}
      className={cn(
        "rounded-sm font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent",
        className,
      )}
    />
  );
}
