"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { mostSocialLinks, networkNames, networkOf, socialNetworks } from "#domain/social-link.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import type { Part } from "./values.ts";

const known = socialNetworks.map((network) => networkNames[network]).join(", ");

/** Pages on known networks, told by their host. Shown as words, which stand when pictures are off. */
export function SocialFields({ values, set, on }: Part) {
  const [typed, setTyped] = useState("");
  const { socialLinks } = values;
  const network = networkOf(typed.trim());
  const taken = socialLinks.some(({ url }) => url === typed.trim());
  const add = () => {
    if (!network || taken) return;
    set({ socialLinks: [...socialLinks, { network, url: typed.trim() }] });
    setTyped("");
  };
  const wrong = typed.trim() !== "" && !network ? "Give your page's https:// address on one of the networks" : null;
  return (
    <FieldSet legend="Social links" hint={`Shown in the footer as words. Known: ${known}.`}>
      <ul className="grid gap-1.5 empty:hidden">
        {socialLinks.map((link) => (
          <li key={link.url} className="flex items-center gap-2 text-sm">
            <Badge>{networkNames[link.network]}</Badge>
            <span className="wrap-anywhere min-w-0 flex-1 text-ink-soft">{link.url}</span>
            <Button
              type="button"
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove ${networkNames[link.network]}`}
              onClick={() => set({ socialLinks: socialLinks.filter((one) => one !== link) })}
            >
              <X />
            </Button>
          </li>
        ))}
      </ul>
      {socialLinks.length < mostSocialLinks ? (
        <div className="flex items-start gap-2">
          <Field
            label={<span className="sr-only">Address of a page</span>}
            error={wrong ?? on("socialLinks")}
            className="min-w-0 flex-1 gap-0"
          >
            <Input
              type="url"
              placeholder="https://www.instagram.com/your-shop"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
          </Field>
          <Button type="button" onClick={add} disabled={!network || taken}>
            <Plus aria-hidden />
            {network ? `Add ${networkNames[network]}` : "Add"}
          </Button>
        </div>
      ) : null}
    </FieldSet>
  );
}
