"use client";

import { useCallback, useState } from "react";
import { cn } from "../ui/cn.ts";

export type Scheme = "light" | "dark";

const policyOf = (pictures: boolean) =>
  `default-src 'none'; img-src ${pictures ? "http: https: data:" : "'none'"}; style-src 'unsafe-inline'; font-src http: https: data:`;

/**
 * A message as it is read elsewhere. No script of it can run; links open in a new tab. It keeps its origin only so that
 * the frame can be made as tall as what it holds. `scheme` answers the mail's own question about dark mode.
 */
export function MessageFrame(props: {
  html: string;
  title: string;
  scheme?: Scheme;
  width?: number;
  /** False shows the message as programs do that load no pictures. */
  pictures?: boolean;
  className?: string;
  /** Called with the page inside whenever it was drawn anew. */
  onDrawn?: (page: Document) => void;
}) {
  const { html, title, scheme = "light", pictures = true, width, onDrawn } = props;
  const [height, setHeight] = useState(480);
  const measure = useCallback(
    ({ contentDocument: page }: HTMLIFrameElement) => {
      if (!page) return;
      setHeight(Math.min(Math.max(page.body.scrollHeight, 120), 6000));
      onDrawn?.(page);
    },
    [onDrawn],
  );
  return (
    <iframe
      title={title}
      srcDoc={framed(html, scheme, policyOf(pictures))}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      onLoad={(event) => measure(event.currentTarget)}
      style={{ height, width: width ?? "100%", colorScheme: scheme }}
      className={cn("block max-w-full border-0", scheme === "dark" ? "bg-[#111]" : "bg-white", props.className)}
    />
  );
}

function framed(html: string, scheme: Scheme, policy: string): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>html{overflow:hidden;color-scheme:${scheme}}</style>`;
  const answered = html
    .replaceAll(/prefers-color-scheme:\s*dark/g, scheme === "dark" ? "min-width:0" : "max-width:0")
    .replaceAll(/prefers-color-scheme:\s*light/g, scheme === "light" ? "min-width:0" : "max-width:0");
  return answered.includes("<head>") ? answered.replace("<head>", `<head>${head}`) : `${head}${answered}`;
}
