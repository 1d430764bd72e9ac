import type { ReactNode } from "react";
import { CopyField } from "../ui/copy-button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";

const stub = "window.comeback=window.comeback||function(){(comeback.q=comeback.q||[]).push(arguments)}";

/** What stands in the head of every page of the shop. */
export const snippetTag = (url: string) => `<script>${stub}</script><script async src="${url}"></script>`;

/** How the shop's pages report without a server of its own: key, tag, and which pages may. */
export function SnippetPanel(props: {
  publicKey: string | null;
  snippetUrl: string | null;
  actions: ReactNode;
  origins: ReactNode;
}) {
  const { publicKey, snippetUrl } = props;
  return (
    <Panel>
      <PanelHeader
        title="Browser snippet"
        description="Reports products seen, baskets, addresses given at checkout and orders from the shop's own pages. No cookies, and no storage before consent."
        actions={props.actions}
      />
      <PanelBody className="grid gap-4">
        {publicKey && snippetUrl ? (
          <>
            <div className="grid gap-1.5">
              <h3 className="font-medium text-sm">Tag for the head of every page</h3>
              <CopyField value={snippetTag(snippetUrl)} label="snippet tag" />
            </div>
            <div className="grid gap-1.5">
              <h3 className="font-medium text-sm">Public key</h3>
              <CopyField value={publicKey} label="public key" />
            </div>
          </>
        ) : (
          <Notice>This shop has no public key yet, so no page can report.</Notice>
        )}
        {props.origins}
        <p className="max-w-prose text-ink-soft text-sm">
          Anybody can read this key, so what it reports is a claim: it writes to those alone who asked for it, and an
          order ends its own basket only. Orders that count as revenue are signed by your server.{" "}
          <TextLink href="/api/webhooks/custom/schema/browser">The shape of the events</TextLink>
        </p>
      </PanelBody>
    </Panel>
  );
}
