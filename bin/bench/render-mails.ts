import type { RecoveryProps } from "#emails/recovery-message.ts";
import { loadTsx } from "./load-tsx.ts";

// A process of its own, because React is several times slower where NODE_ENV does not say production.
loadTsx();
const { pictured, picturedFacts } = await import("../pictures/messages.ts");
const { renderRecovery } = await import("#emails/render.ts");
const { recoveryText } = await import("#emails/recovery-text.ts");
const { renderTemplate } = await import("#emails/templates.ts");

const { recoveryProps } = await import("#emails/recovery-props.ts");
const { builtInDocument } = await import("#domain/template-document/built-in.ts");

const messages = await Promise.all(
  (["reminder", "percent-off", "cart-table"] as const).map((template) => pictured(template, "en")),
);

/** The same three as somebody made them into templates of their own, with a text and a footer that hold slots. */
const saved = await Promise.all(
  (["reminder", "percent-off", "cart-table"] as const).map(async (template) => {
    const facts = await picturedFacts(template, "en");
    const made = builtInDocument(template, "en");
    const said = { en: "Dear {{contact.firstName}}, {{cart.firstItem}} and the rest come to {{cart.total}}." };
    const own = { kind: "paragraph", id: "own", when: "always", size: "normal", align: "start", text: said } as const;
    const document = { ...made, blocks: [...made.blocks, own], footer: { text: { en: "Made by {{brand.name}}" } } };
    return recoveryProps({ ...facts, design: { key: `bench ${template}`, document } });
  }),
);

type Render = (props: RecoveryProps) => Promise<unknown>;

async function perSecond(messages: RecoveryProps[], render: Render, seconds: number): Promise<number> {
  // Once through for what is compiled at first use.
  for (const props of messages) await render(props);
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  let count = 0;
  while (performance.now() - startedAt < seconds * 1_000) {
    for (const props of messages) await render(props);
    count += messages.length;
  }
  // By the second of processor time, of which other programs take none away.
  const { user, system } = process.cpuUsage(before);
  return Math.round((count * 1_000_000) / (user + system));
}

const byReact = async (props: RecoveryProps) => [await renderTemplate(props), recoveryText(props)];
const reactPerSecond = await perSecond(messages, byReact, 4);
const filledPerSecond = await perSecond(messages, renderRecovery, 4);
const savedReactPerSecond = await perSecond(saved, byReact, 2);
const savedFilledPerSecond = await perSecond(saved, renderRecovery, 2);
console.log(JSON.stringify({ reactPerSecond, filledPerSecond, savedReactPerSecond, savedFilledPerSecond }));
