"use client";

import { useRouter } from "next/navigation";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { NameForm, PasswordForm } from "#components/member/profile-form.tsx";

type Change = { name: string } | { password: string; currentPassword?: string };

export function Profile(props: { name: string; email: string; hasPassword: boolean }) {
  const router = useRouter();
  const send = (change: Change) => writeJson("PATCH", "/api/profile", change);
  const done = () => router.refresh();
  const name = useWrite({ send, said: "Saved", done });
  const password = useWrite({ send, said: "Password saved", done });
  return (
    <>
      <NameForm
        name={props.name}
        email={props.email}
        busy={name.busy}
        complaint={name.complaint}
        onSave={(change) => name.write(change)}
      />
      <PasswordForm
        hasPassword={props.hasPassword}
        busy={password.busy}
        complaint={password.complaint}
        onSave={(change) => password.write(change)}
      />
    </>
  );
}
