"use client";

import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { ActList } from "#components/walk/act-list.tsx";
import { MadeUpForm } from "#components/walk/made-up-form.tsx";
import { TrialHead } from "#components/walk/trial-head.tsx";
import type { ReplayContact } from "#domain/sequence/dry-run.ts";
import { asWhenAbandoned, madeUpContact, tryCart } from "#domain/sequence/trial.ts";
import { type TrialQuery, writeTrialQuery } from "#domain/sequence/trial-query.ts";
import { messageSteps } from "#domain/sequence-graph.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import { CartChoice } from "./cart-choice.tsx";
import type { TrialProps } from "./trial-props.ts";
import { TrialWalk } from "./trial-walk.tsx";

/** What would happen to one cart, walked by the job's own rules in this page; its address holds all of it. */
export function TrialBoard(props: TrialProps) {
  const { sequence, plan, contact, zone, now, names } = props;
  const [query, setQuery] = useState(props.query);
  const change = (next: Partial<TrialQuery>) => {
    const whole = { ...query, ...next };
    setQuery(whole);
    window.history.replaceState(null, "", `?${writeTrialQuery(whole)}`);
  };
  const trial = useMemo(
    () => tryCart(plan, personOf(query, { contact, zone, now }), query.acts),
    [plan, query, contact, zone, now],
  );
  const messages = messageSteps(plan.graph).length;
  return (
    <Page wide>
      <PageHeader
        above={<TextLink href={`/sequences/${sequence.id}`}>{sequence.name}</TextLink>}
        title="Try it"
        description="What would happen to this cart, decision by decision, by the job's own rules. Nothing is sent."
        actions={
          <Button asChild>
            <a href={`/sequences/${sequence.id}/dry-run`}>Dry run</a>
          </Button>
        }
      />
      {props.missing ? (
        <Notice tone="warn" role="status">
          This cart does not exist here, or nobody is known for it. A made-up cart is shown instead.
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-5">
          <CartChoice {...props} query={query} onReal={(real) => change({ real })} />
          {contact ? null : (
            <Panel>
              <PanelHeader title="The made-up cart" />
              <MadeUpForm made={query.made} onChange={(made) => change({ made })} />
            </Panel>
          )}
          <Panel>
            <PanelHeader title="What the shopper does" />
            <ActList acts={query.acts} messages={messages} onChange={(acts) => change({ acts })} />
          </Panel>
        </div>
        {trial ? (
          <div className="grid min-w-0 gap-5">
            <TrialHead trial={trial} />
            {trial.refusal ? null : (
              <TrialWalk
                trial={trial}
                graph={trial.graph}
                names={names}
                cartId={contact ? query.cart : null}
                example={props.example}
              />
            )}
          </div>
        ) : null}
      </div>
    </Page>
  );
}

function personOf(
  query: TrialQuery,
  { contact, zone, now }: Pick<TrialProps, "contact" | "zone" | "now">,
): ReplayContact {
  const [cart] = contact?.carts ?? [];
  if (contact && cart) return query.real ? contact : asWhenAbandoned(contact, cart);
  const known = { address: null, country: query.made.country || null, store: null, tenant: zone };
  return madeUpContact(query.made, shopperZone(known).zone, now);
}
