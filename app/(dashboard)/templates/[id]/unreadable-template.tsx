import { blockLabels, documentFaultLabels } from "#components/template/block-labels.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import type { DocumentFault } from "#domain/template-document/faults.ts";

/** A template whose stored form this version of the program cannot read: what is wrong, and where. */
export function UnreadableTemplate({ name, faults }: { name: string; faults: DocumentFault[] }) {
  return (
    <Page>
      <PageHeader title={name} above={<TextLink href="/templates">Templates</TextLink>} />
      <Notice tone="bad">
        <p>This template cannot be read, so it is sent as the reminder. Put it away, or start a new one.</p>
        <ul className="list-disc pl-5">
          {faults.map(({ fault, blockId, field }) => (
            <li key={`${fault}.${blockId}.${field}`}>
              {documentFaultLabels[fault]}: {blockId ?? "the whole"}
              {field ? `, ${field}` : ""}. Known are {Object.keys(blockLabels).length} kinds of blocks.
            </li>
          ))}
        </ul>
      </Notice>
    </Page>
  );
}
