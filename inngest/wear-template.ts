import type { Scope } from "#db/scope.ts";
import { templateOf } from "#db/templates.ts";
import type { Brief } from "#domain/draft.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { documentNeeds } from "#domain/template-document/visible.ts";
import type { TemplateTrouble } from "#domain/template-ref.ts";
import type { Designed } from "#emails/design.ts";
import type { RecoveryFacts, RecoveryProps } from "#emails/recovery-message.ts";
import { recoveryProps } from "#emails/recovery-props.ts";
import { type Rendered, renderRecovery } from "#emails/render.ts";
import { type FactsAsked, needsOf } from "./load-template-facts.ts";
import { logFault } from "./log.ts";

/** What a message wears as it is rendered: a built-in template, or a version of a saved one. */
export type Worn = {
  template: TemplateName;
  design: Designed | undefined;
  versionId: string | null;
  trouble: TemplateTrouble | null;
  needs: FactsAsked;
};

/**
 * What a brief's message wears now: the newest published version, or the reminder where there is none to wear. One that is
 * sent again has the writer's subject, which is another than the first one's.
 */
export async function wornBy(scope: Scope, { template, savedTemplate }: WornIn, again = false): Promise<Worn> {
  const saved = savedTemplate ? await templateOf(scope, savedTemplate) : null;
  if (!saved) return { template, design: undefined, versionId: null, trouble: null, needs: needsOf(template) };
  if (saved.kind === "trouble") return reminder(saved.reason);
  const { document, versionId } = saved;
  const envelope = again ? { ...document.envelope, subject: null } : document.envelope;
  const design = { key: versionId, document: { ...document, envelope } };
  return { template: document.base, design, versionId, trouble: null, needs: documentNeeds(document) };
}

type WornIn = Pick<Brief, "template" | "savedTemplate">;
type Made = { props: RecoveryProps; rendered: Rendered; worn: Pick<Worn, "versionId" | "trouble"> };

/** Renders; a saved template that cannot be drawn gives way to the reminder, so that no mail is broken and no run stuck. */
export async function renderWorn(facts: Omit<RecoveryFacts, "template" | "design">, worn: Worn): Promise<Made> {
  const { template, design } = worn;
  if (!design) return make({ ...facts, template }, worn);
  try {
    return await make({ ...facts, template, design }, worn);
  } catch (error) {
    logFault("a saved template could not be rendered", { templateVersionId: worn.versionId ?? "" }, error);
    return make({ ...facts, template: "reminder" }, reminder("not_rendered"));
  }
}

async function make(facts: RecoveryFacts, { versionId, trouble }: Worn): Promise<Made> {
  const props = recoveryProps(facts);
  return { props, rendered: await renderRecovery(props), worn: { versionId, trouble } };
}

function reminder(trouble: TemplateTrouble): Worn {
  return { template: "reminder", design: undefined, versionId: null, trouble, needs: needsOf("reminder") };
}
