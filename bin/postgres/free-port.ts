import { createServer } from "node:net";

/** A port on 127.0.0.1 that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Whether a program may listen there: "taken" by another one, or "forbidden" to us. */
export function portState(port: number, host: string): Promise<"free" | "taken" | "forbidden" | "no such address"> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else resolve(error.code === "EACCES" ? "forbidden" : "no such address");
    });
    server.listen(port, host, () => server.close(() => resolve("free")));
  });
}
