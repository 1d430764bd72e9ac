import { portState } from "../postgres/free-port.ts";
import { StartError } from "./start-error.ts";

/** Asked before anything is started, so that the refusal comes at once and in one line. */
export async function checkPort(
  variable: "PORT" | "RUNNER_PORT" | "MAIL_IN_PORT",
  port: number,
  host: string,
): Promise<void> {
  const state = await portState(port, host);
  const another = `${variable}=${port < 1024 ? 3000 : port + 1} npm start`;
  if (state === "taken") {
    throw new StartError(
      `Port ${port} is taken: stop the program that listens there, or start with another port: ${another}`,
    );
  }
  if (state === "forbidden")
    throw new StartError(`Port ${port} may not be used by this user: start with another port: ${another}`);
  if (state === "no such address")
    throw new StartError(`HOST is ${host}, which this machine does not have: correct it or leave it out`);
}
