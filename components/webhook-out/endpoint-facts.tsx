import type { EndpointRow } from "#domain/webhooks-out.ts";
import { Badge } from "../ui/badge.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { eventLabels, outcomeLabel } from "./labels.ts";

/** What an endpoint hears, and what was last seen of it. */
export function EndpointFacts({ endpoint, zone }: { endpoint: EndpointRow; zone: string }) {
  const { events, createdAt, deliveredAt, triedAt, outcome, failingSince } = endpoint;
  return (
    <Panel>
      <PanelBody>
        <Facts>
          <Fact name="Hears of">
            <span className="flex flex-wrap gap-1">
              {events.map((one) => (
                <Badge key={one} title={eventLabels[one]} className="font-mono">
                  {one}
                </Badge>
              ))}
            </span>
          </Fact>
          {triedAt && outcome ? (
            <Fact name="Last try">
              {outcomeLabel(outcome)}, <Time at={triedAt} zone={zone} />
            </Fact>
          ) : null}
          {deliveredAt && outcome !== "ok" ? (
            <Fact name="Last taken">
              <Time at={deliveredAt} zone={zone} />
            </Fact>
          ) : null}
          {failingSince ? (
            <Fact name="Failing since">
              <Time at={failingSince} zone={zone} />
            </Fact>
          ) : null}
          <Fact name="Made">
            <Time at={createdAt} zone={zone} />
          </Fact>
        </Facts>
      </PanelBody>
    </Panel>
  );
}
