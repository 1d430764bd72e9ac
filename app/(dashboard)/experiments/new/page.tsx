import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { newSetup } from "#components/experiment/setup/new-setup.ts";
import { readChoices } from "../read-choices.ts";
import { SetupBoard } from "../setup-board.tsx";

export const metadata: Metadata = { title: "New experiment" };

type Props = { searchParams: Promise<{ sequence?: string; step?: string }> };

export default async function NewExperimentPage({ searchParams }: Props) {
  const member = await requireMember("marketer");
  const { sequence, step } = await searchParams;
  const choices = await readAs(member, readChoices);
  const first = newSetup(choices, { sequenceId: sequence, stepId: step });
  return <SetupBoard first={first} id={null} choices={choices} readOnly={false} />;
}
