import type { RecoveryProps } from "#emails/recovery-message.ts";
import { loadTsx } from "./load-tsx.ts";

// A process of its own, because React is several times slower where NODE_ENV does not say production.
loadTsx();
const { pictured } = await import("../pictures/messages.ts");
const { renderRecovery } = await import("#emails/render.ts");
const { recoveryText } = await import("#emails/recovery-text.ts");
const { renderTemplate } = await import("#emails/templates.ts");

const messages = await Promise.all(
  (["reminder", "percent-off", "cart-table"] as const).map((template) => pictured(template, "en")),
);

async function perSecond(render: (props: RecoveryProps) => Promise<unknown>, seconds: number): Promise<number> {
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

const react = await perSecond(async (props) => [await renderTemplate(props), recoveryText(props)], 4);
const filled = await perSecond(renderRecovery, 4);
console.log(JSON.stringify({ reactPerSecond: react, filledPerSecond: filled }));
