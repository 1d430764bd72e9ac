"use client";

import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { Segmented } from "../ui/segmented.tsx";
import type { Scheme } from "./message-frame.tsx";

export type MailPart = "html" | "text";
export type Width = "phone" | "desktop";

const phoneWidth = 375;

/** How wide a message's frame is; undefined for as wide as there is room. */
export const frameWidth = (width: Width) => (width === "phone" ? phoneWidth : undefined);

type Switch<Value> = { value: Value; onChange: (value: Value) => void };

export function PartSwitch(props: Switch<MailPart>) {
  return (
    <Segmented
      label="Part"
      {...props}
      options={[
        { value: "html", label: "HTML" },
        { value: "text", label: "Text" },
      ]}
    />
  );
}

export function WidthSwitch(props: Switch<Width>) {
  return (
    <Segmented
      label="Width"
      {...props}
      options={[
        { value: "desktop", label: <Monitor />, name: "Desktop" },
        { value: "phone", label: <Smartphone />, name: "Phone" },
      ]}
    />
  );
}

export function SchemeSwitch(props: Switch<Scheme>) {
  return (
    <Segmented
      label="Scheme"
      {...props}
      options={[
        { value: "light", label: <Sun />, name: "Light" },
        { value: "dark", label: <Moon />, name: "Dark" },
      ]}
    />
  );
}
